/**
 * The arXiv id that was meant where somebody read it as a number on the way, as some sources of the corpus did:
 * `708.2233` -> `0708.2233`, `1708.0533899999998` -> `1708.05339`, `1809.0695` -> `1809.06950`. From 2015 on, ids have
 * five digits behind the point, before that four. Other ids stay as they are.
 */
export function arxivIdOfNumber(id: string): string {
  const parts = /^(\d{3,4})(\.\d+)$/.exec(id);
  if (parts === null) return id;
  const month = parts[1]!.padStart(4, '0');
  return (
    month +
    Number(`0${parts[2]}`)
      .toFixed(month >= '1501' ? 5 : 4)
      .slice(1)
  );
}
