/**
 * `classify`, called once for each character below U+10000: its answers, from 1 to 255, stand in a table by code. A lone
 * surrogate is a character.
 */
export function onceForCharacter(classify: (character: string) => number): (code: number) => number {
  const known = new Uint8Array(2 ** 16);
  return (code) => {
    if (code >= known.length) return classify(String.fromCodePoint(code));
    return known[code] || (known[code] = classify(String.fromCodePoint(code)));
  };
}
