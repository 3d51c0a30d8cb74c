/** Stands for the backslash of a command that survived; no text of the feeds has this character. */
const veil = '\ue000';

/** Finds the commands of a text whose backslashes are hidden, with what stands in their braces. */
export const hiddenCommand = new RegExp(String.raw`${veil}[a-zA-Z]+\{[^}]*\}`, 'g');

/**
 * Hides the backslashes of all commands that `damage` would take, each behind one character: it leaves the inner one of two
 * (`\textbf{\emph{x}}` arrives as `\emph{x}`), and what it once left is not to be damaged when a restoration is confirmed.
 * A text that has that character comes back as it is.
 */
export function hideCommands(text: string): string {
  if (text.includes(veil)) return text;
  const last = text.lastIndexOf('}') + 1;
  return text.slice(0, last).replace(/\\(?=[a-zA-Z]+\{)/g, veil) + text.slice(last);
}

/** Undoes `hideCommands`. */
export function showCommands(text: string): string {
  return text.replaceAll(veil, '\\');
}
