const suspicious = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
const illegal = /[\0-\x08\x0b\x0c\x0e-\x1f\p{Surrogate}\ufffe\uffff]/gu;

/** The text without the characters that XML cannot hold. */
export function xmlText(text: string): string {
  return suspicious.test(text) ? text.replace(illegal, '') : text;
}
