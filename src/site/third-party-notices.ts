const rule = '='.repeat(72);

/**
 * What a built site carries of others, and under which licence. Both arguments are the texts of the packages; that of
 * the Open Font License begins with a line that names the distributor.
 */
export function thirdPartyNotices(openFontLicense: string, katexLicense: string): string {
  const fontTerms = openFontLicense.slice(openFontLicense.indexOf('This Font Software'));
  return [
    'This site carries works of others, each under its own licence.',
    section('The fonts KaTeX_* (formulas)', [
      'Copyright (c) 2009-2010, Design Science, Inc. (<www.mathjax.org>)',
      'Copyright (c) 2014-2018 Khan Academy (<www.khanacademy.org>),',
      'with Reserved Font Names KaTeX_*.',
      'Licensed under the SIL Open Font License, Version 1.1; its text is at the end.',
    ]),
    section('The font Source Serif 4 (text)', [
      'By Adobe, https://github.com/adobe-fonts/source-serif, as distributed by Google Fonts.',
      'Licensed under the SIL Open Font License, Version 1.1; its text is at the end.',
    ]),
    section('The style sheet and markup of formulas: KaTeX', [katexLicense.trim()]),
    section('SIL Open Font License', [fontTerms.trim()]),
  ].join('\n\n');
}

const section = (title: string, lines: readonly string[]): string =>
  [rule, title, rule, '', ...lines, ''].join('\n');
