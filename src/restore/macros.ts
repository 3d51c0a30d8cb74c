/**
 * Macros that authors define for themselves and leave in abstracts, with their common meaning, for KaTeX's
 * `macros` option. None of them is a command that KaTeX knows already.
 */
export const macros: Readonly<Record<string, string>> = {
  '\\E': '\\mathbb{E}',
  '\\KL': '\\operatorname{KL}',
  '\\Var': '\\operatorname{Var}',
  '\\abs': '\\left|#1\\right|',
  '\\argmax': '\\operatorname*{arg\\,max}',
  '\\argmin': '\\operatorname*{arg\\,min}',
  '\\eps': '\\epsilon',
  '\\norm': '\\left\\|#1\\right\\|',
  '\\poly': '\\operatorname{poly}',
  '\\tr': '\\operatorname{tr}',
};
