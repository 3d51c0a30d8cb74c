/** The text, in brackets unless it is simple or has brackets around it. */
export function bracketed(text: string, simple: RegExp): string {
  return simple.test(text) || /^\([^()]*\)$/.test(text) ? text : `(${text})`;
}
