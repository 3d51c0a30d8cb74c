const commonWords = new Set(
  (
    'a an and are as at be been but by can for from has have in into is it its not of on or our that the their ' +
    'these this to we was were which will with using use used show paper also than such both between over more ' +
    'they new based'
  ).split(' '),
);

/**
 * Whether a term is in the index: not in nearly every abstract anyway, and no single digit. Single Latin letters are,
 * where they stand in a formula.
 */
export function isIndexed(term: string, inFormula = false): boolean {
  if (term.length === 1 && term < '\u2e80') return inFormula && term > '9';
  return !commonWords.has(term);
}
