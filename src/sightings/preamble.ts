/* What stands around the papers on the page that was scraped, line by line. */
const CHROME = [
  /^new$/i,
  /^Get trending papers in your email inbox(?: once a day)?!?$/i,
  /^Subscribe$/i,
  /^(?:Daily|Weekly|Monthly|Trending) Papers$/i,
  /^by ?AK and the research community$/i,
];

/** Whether a line belongs to the page around the papers. */
export function isChrome(text: string): boolean {
  return text.length < 80 && CHROME.some((pattern) => pattern.test(text));
}

/**
 * The title that a scraper glued to the button before it (`SubscribeDeep Sets` -> `Deep Sets`), or null. Only asked
 * of a line inside a preamble; words such as "Subscribers" are left whole.
 */
export function titleGluedToButton(text: string): string | null {
  return /^Subscribe(?!(?:d|r|rs|s)\b)\s*(\S.*)$/s.exec(text)?.[1] ?? null;
}
