const calligraphic = 'A B D I K L M O U V W X Y'.split(' ');
const blackboard = 'C E F N P Q R Z'.split(' ');

const byLetter = Object.fromEntries([
  ...calligraphic.map((letter) => [`\\${letter}`, `\\mathcal{${letter}}`]),
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => [`\\c${letter}`, `\\mathcal{${letter}}`]),
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => [`\\b${letter}`, `\\mathbf{${letter}}`]),
  ...'C E F Q'.split(' ').map((letter) => [`\\${letter}`, `\\mathbb{${letter}}`]),
  ...blackboard.map((letter) => [`\\${letter}${letter}`, `\\mathbb{${letter}}`]),
]) as Record<string, string>;

const operators =
  'Cov KL TV Tr Var diag dist nnz polylog poly rank relu sgn sigmoid sign softmax supp tr'.split(' ');

/**
 * Macros that authors define for themselves, or take from packages, and leave in abstracts, with their common
 * meaning: KaTeX's `macros` option for TeX that survived in a source. The letters of `\A` to `\Z` are
 * calligraphic but for the usual number systems, expectation and probability; `\cA` is calligraphic, `\bA` bold
 * and `\RR` blackboard bold. Most frequent in the corpus: `\eps`, `\poly`, `\RR`, `\bigO`, `\norm`.
 */
export const macros: Readonly<Record<string, string>> = {
  ...byLetter,
  ...Object.fromEntries(operators.map((name) => [`\\${name}`, `\\operatorname{${name}}`])),
  '\\1': '\\mathbf{1}',
  '\\NP': '\\mathsf{NP}',
  '\\Oh': '\\mathcal{O}',
  '\\Ot': '\\tilde{O}',
  '\\Real': '\\mathbb{R}',
  '\\Tilde': '\\tilde{#1}',
  '\\abs': '\\left|#1\\right|',
  '\\bigO': '\\mathcal{O}',
  '\\ceil': '\\left\\lceil #1\\right\\rceil',
  '\\eps': '\\epsilon',
  '\\floor': '\\left\\lfloor #1\\right\\rfloor',
  '\\lam': '\\lambda',
  '\\mathbbm': '\\mathbb{#1}',
  '\\mathds': '\\mathbb{#1}',
  '\\mbox': '\\text{#1}',
  '\\nicefrac': '{#1}/{#2}',
  '\\norm': '\\left\\|#1\\right\\|',
  '\\tO': '\\tilde{O}',
  '\\textgreater': '>',
  '\\textless': '<',
  '\\ve': '\\varepsilon',
  '\\vepsi': '\\varepsilon',
};
