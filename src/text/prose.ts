/**
 * The words of a restored or damaged text without what is not prose: formulas in `$…$`, addresses, TeX commands
 * and braces. Each is replaced by a space.
 */
export function prose(text: string): string {
  if (!/[\\${}~]|https?:/.test(text)) return text;
  return text
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\$[^$]*\$/g, ' ')
    .replace(/\\(?:em|it|bf|sc|rm|tt|emph|textbf|textit|textsc|texttt)\b/g, ' ')
    .replace(/\\["'`^~=.](?=[A-Za-z{])/g, '')
    .replace(/\\[A-Za-z]+/g, ' ')
    .replace(/(?<=\p{L})\{(?=\p{L}+\})|(?<=\{\p{L}+)\}/gu, '')
    .replace(/[{}~]/g, ' ');
}
