/** The last word before `at`, in lower case, or nothing. */
export function previousWord(text: string, at: number): string {
  return /([A-Za-z]+)[^A-Za-z]*$/.exec(text.slice(Math.max(0, at - 30), at))?.[1]?.toLowerCase() ?? '';
}
