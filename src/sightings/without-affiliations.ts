/** How deep affiliations nest in parentheses. */
const maxNesting = 4;

/**
 * A list of names without the affiliations in parentheses: `B. Two (MIT (and X)), C. Three` -> `B. Two  , C. Three`.
 */
export function withoutAffiliations(authors: string): string {
  let text = authors;
  for (let level = 0; level < maxNesting; level += 1) text = text.replace(/\([^()]*\)/g, ' ');
  return text;
}
