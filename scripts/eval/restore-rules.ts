import { damage } from '#restore/damage.ts';
import { renders } from '#restore/renders.ts';

const greek =
  'alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Sigma|Phi|Psi|Omega|ell|infty|nabla';
const operators = 'times|cdot|leq|geq|neq|approx|rightarrow|subseteq|otimes|oplus';
const atom = `(?:\\b(?:${greek})\\b|\\b[b-zB-HJ-Z]\\b|\\b[OΘΩ]\\([^()]{1,30}\\))`;
const script = '(?:[\\^_](?:\\{[^{}]{1,30}\\}|[A-Za-z0-9*+-]))';
const formula = new RegExp(
  `${atom}${script}*(?: ?(?:=|<|>|\\+|\\b(?:${operators})\\b) ?(?:${atom}${script}*|[0-9]+))*`,
  'g',
);
const names = new RegExp(`\\b(?:${greek}|${operators}|log|sqrt|ln|exp|max|min)(?![A-Za-z])`, 'g');

/** The baseline of rules only: single letters, Greek names, scripts and the operators between them. */
export function restoreByRules(text: string): string {
  const restored = text.replace(formula, (damaged) => {
    const tex = damaged.replace(names, '\\$&');
    return damage(`$${tex}$`) === damaged && renders(tex) ? `$${tex}$` : damaged;
  });
  return damage(restored) === text ? restored : text;
}
