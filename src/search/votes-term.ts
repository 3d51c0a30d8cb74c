/** What the filter terms of numbers with so many digits begin with: terms then ascend as the numbers do. */
export const votesPrefix = (digits: number): string => `!votes:${digits.toString(36)}`;

/** The most digits that a number has here. */
export const maxVotesDigits = String(Number.MAX_SAFE_INTEGER).length;

/** The filter term of papers with so many upvotes, which orders them. */
export function votesTerm(upvotes: number): string {
  const digits = String(upvotes);
  return votesPrefix(digits.length) + digits;
}
