/** The end of a formula. */
export const formulaEnd = '</s>';
/** The brace that closes a command which the damage took. */
export const lostClose = 'L}';
/** A character that was hardly seen in mathematics. */
export const unknownToken = '<unk>';
/** What stands before the first token: the word before the formula, as `w:word`, or this. */
export const anyWord = 'w:';
