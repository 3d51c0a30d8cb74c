const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '$<$',
  '>': '$>$',
  '|': '$|$',
  '\u00a0': '~',
  '–': '--',
  '—': '---',
  '‘': '`',
  '’': "'",
  '“': '``',
  '”': "''",
  '…': '\\ldots{}',
  '•': '\\textbullet{}',
  '°': '$^\\circ$',
  ß: '{\\ss}',
  æ: '{\\ae}',
  Æ: '{\\AE}',
  œ: '{\\oe}',
  Œ: '{\\OE}',
  ø: '{\\o}',
  Ø: '{\\O}',
  ł: '{\\l}',
  Ł: '{\\L}',
  ı: '{\\i}',
  '·': '\\textperiodcentered{}',
};

const accents: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0323': 'd',
  '\u0327': 'c',
  '\u0328': 'k',
};

/** Characters that are commands of mathematics. */
const symbols = new Map(
  (
    'α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda ' +
    'μ mu ν nu ξ xi π pi ϖ varpi ρ rho ϱ varrho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega ' +
    'Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega ' +
    '× times · cdot ± pm ∞ infty ≤ le ≥ ge ≠ ne ≈ approx ∈ in → to √ surd'
  )
    .split(' ')
    .flatMap((symbol, index, all) => (index % 2 === 0 ? [[symbol, all[index + 1]!] as const] : [])),
);

/**
 * Text as TeX reads it in every engine: what TeX would take for commands is escaped, accented Latin letters are
 * commands in braces (`{\"u}`), so that BibTeX sorts by them, and Greek letters are mathematics. Other letters stay.
 */
export function texText(text: string): string {
  return text.normalize('NFC').replace(/[^A-Za-z0-9 .,:;!?'()/@+=*"[\]-]/gu, texCharacter);
}

/**
 * A formula as TeX reads it in every engine: Greek letters and the commonest signs are commands, in `\text` as there.
 */
export function texMath(formula: string): string {
  return formula.replace(/\\(?:text[a-z]*|mbox)\{[^{}]*\}|[^ -~]/gu, (part, index: number) => {
    if (part.startsWith('\\')) return part.replace(/[^ -~]/gu, texCharacter);
    const command = symbols.get(part);
    if (command === undefined) return part;
    return /^[A-Za-z]/.test(formula.slice(index + part.length)) ? `\\${command} ` : `\\${command}`;
  });
}

function texCharacter(character: string): string {
  if (Object.hasOwn(special, character)) return special[character]!;
  const symbol = symbols.get(character);
  if (symbol !== undefined) return `$\\${symbol}$`;
  const [base, mark, ...more] = character.normalize('NFD');
  const accent = mark === undefined || more.length > 0 ? undefined : accents[mark];
  if (accent === undefined || !/^[A-Za-z]$/.test(base!)) return character;
  const dotless = (base === 'i' || base === 'j') && !/[cdk]/.test(accent) ? `\\${base}` : base!;
  return /[a-z]/i.test(accent) ? `{\\${accent}{${dotless}}}` : `{\\${accent}${dotless}}`;
}
