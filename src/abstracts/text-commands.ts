/** Letters, symbols, and authors' usual shorthands. */
const symbols: Readonly<Record<string, string>> = {
  AA: 'Å',
  AE: 'Æ',
  DH: 'Ð',
  L: 'Ł',
  O: 'Ø',
  OE: 'Œ',
  P: '¶',
  S: '§',
  TH: 'Þ',
  aa: 'å',
  ae: 'æ',
  dh: 'ð',
  i: 'ı',
  j: 'ȷ',
  l: 'ł',
  o: 'ø',
  oe: 'œ',
  ss: 'ß',
  th: 'þ',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  aka: 'a.k.a.',
  backslash: '\\',
  bullet: '•',
  cf: 'cf.',
  checkmark: '✓',
  cmark: '✓',
  copyright: '©',
  dag: '†',
  dagger: '†',
  ddag: '‡',
  deg: '°',
  degree: '°',
  dots: '…',
  eg: 'e.g.',
  etal: 'et al.',
  etc: 'etc.',
  euro: '€',
  hfill: ' ',
  ie: 'i.e.',
  iid: 'i.i.d.',
  ldots: '…',
  lq: '‘',
  pounds: '£',
  qquad: ' ',
  quad: ' ',
  resp: 'resp.',
  rq: '’',
  slash: '/',
  space: ' ',
  textasciitilde: '~',
  textbackslash: '\\',
  textbar: '|',
  textbullet: '•',
  textdegree: '°',
  textemdash: '—',
  textendash: '–',
  textgreater: '>',
  textless: '<',
  textregistered: '®',
  texttimes: '×',
  texttrademark: '™',
  vs: 'vs.',
  wrt: 'w.r.t.',
  xmark: '✗',
  xspace: '',
};

/** What a command without argument stands for in running text, if it is one. */
export function symbolOf(name: string): string | undefined {
  return Object.hasOwn(symbols, name) ? symbols[name] : undefined;
}

/** Letters: TeX drops the blanks between such a command and the letter that follows (`H\aa stad`). */
export const isLetterCommand = (name: string): boolean =>
  /^(?:AA|AE|DH|L|O|OE|TH|aa|ae|dh|i|j|l|o|oe|ss|th)$/.test(name);

/** How a command shows its last argument. Those with `drop` have that many arguments before it. */
export type Style =
  'emphasis' | 'strong' | 'code' | 'sup' | 'sub' | 'plain' | 'bracketed' | 'aside' | 'nothing';

const table: Record<Style, string> = {
  emphasis: 'emph textit textsl mathit itshape slshape it em sl itbf',
  strong: 'textbf bfseries bf boldmath textbfit',
  code: 'texttt tt ttfamily code verb lstinline mintinline path',
  sup: 'textsuperscript',
  sub: 'textsubscript',
  plain:
    'textsc textsf textrm textnormal textup textmd textlf mbox hbox fbox text underline uline uuline ul uwave sc sf rm ' +
    'scshape sffamily rmfamily normalfont upshape textcolor colorbox ref eqref autoref cref Cref pageref scalebox ' +
    'resizebox title keywords large Large small footnotesize scriptsize tiny normalsize ensuremath noindent ' +
    'centering raggedright sloppy linebreak pagebreak newpage clearpage smallskip medskip bigskip indent hl st sout ' +
    'protect relax limits displaystyle textstyle selectfont makebox left right middle big Big bigg Bigg bigl bigr Bigl ' +
    'Bigr',
  bracketed: 'cite citep citet citealp citealt citeauthor citeyear parencite textcite autocite Citet Citep',
  aside: 'footnote thanks marginpar',
  nothing:
    'label vspace hspace vskip hskip color definecolor pagestyle thispagestyle bibliographystyle bibliography ' +
    'footnotemark index phantom hphantom vphantom setlength input include usepackage',
};

const styles = new Map<string, Style>(
  (Object.keys(table) as Style[]).flatMap((style) =>
    table[style].split(' ').map((name) => [name, style] as const),
  ),
);

/** How the argument of a command, or the rest of the group that a declaration stands in, is to be shown. */
export function styleOf(name: string): Style | undefined {
  return styles.get(name);
}

const argumentsBefore = new Map([
  ['textcolor', 1],
  ['colorbox', 1],
  ['scalebox', 1],
  ['resizebox', 2],
  ['mintinline', 1],
  ['setlength', 1],
  ['definecolor', 2],
]);

/** How many arguments stand before the one that is shown. */
export function skippedArguments(name: string): number {
  return argumentsBefore.get(name) ?? 0;
}

/** Environments that hold one formula. */
export const isMathEnvironment = (name: string): boolean =>
  /^(?:align|aligned|alignat|equation|eqnarray|gather|gathered|multline|displaymath|math|split|cases|array|[pbvBV]?matrix)\*?$/.test(
    name,
  );
