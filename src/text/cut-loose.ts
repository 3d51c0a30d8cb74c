/** A copy of a text, to be kept: the engine keeps all of the text that a piece was cut out of in memory, else. */
export const cutLoose = (text: string): string => Array.from(text).join('');
