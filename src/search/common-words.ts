const commonWords = new Set(
  (
    'a an and are as at be been but by can for from has have in into is it its not of on or our that the their ' +
    'these this to we was were which will with using use used show paper also than such both between over more ' +
    'they new based'
  ).split(' '),
);

/** Whether a term is in the index: not in nearly every abstract anyway, not a single Latin letter or digit. */
export function isIndexed(term: string): boolean {
  return (term.length > 1 || term > '\u2e80') && !commonWords.has(term);
}
