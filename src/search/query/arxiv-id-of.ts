/** Numbers have four digits until 2014 and five since; old ids have an archive and no dot. */
const idPattern =
  /(?:^|[/:]|\barxiv\.)(?:((?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{5})|([a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?\/((?:9[1-9]|0[0-7])(?:0[1-9]|1[0-2])\d{3}))(?:v\d+)?(?:\.pdf)?\/?(?:[?#].*)?[.,;)\]]*$/i;

/**
 * The arXiv id that a word of a query is or an address ends with, on whatever site, without version and without the
 * subject class of old ids; null for anything else, such as an id that is not typed to its end.
 */
export function arxivIdOf(word: string): string | null {
  const [whole, id, archive, number] = idPattern.exec(word) ?? [];
  if (whole === undefined) return null;
  return id ?? `${archive!.toLowerCase()}/${number!}`;
}
