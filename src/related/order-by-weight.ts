/** 2 to the power of 21: numbers up to it and the 31 bits of a weight fit into a double together. */
const maxLength = 2 ** 21;
const allBits = 2 ** 31 - 1;

/**
 * Orders numbers by their weights, which must not be negative, heaviest first, and smaller numbers first among equals.
 * Sorts as the engine sorts numbers, which takes a fraction of the time that a function to compare takes: the bits of a
 * weight that is not negative are in the order of the weights.
 */
export function orderByWeight(numbers: Uint32Array, weights: Float32Array): void {
  const { length } = numbers;
  if (length < 2) return;
  if (length > maxLength) throw new Error(`${length} numbers are more than can be ordered, ${maxLength}.`);
  const pairs = new Float64Array(length);
  for (let at = 0; at < length; at++) pairs[at] = numbers[at]! * maxLength + at;
  pairs.sort();
  const weightBits = new Uint32Array(weights.slice().buffer);
  const byNumber = numbers.slice();
  const keys = new Float64Array(length);
  const places = new Uint32Array(length);
  for (let rank = 0; rank < length; rank++) {
    const place = pairs[rank]! % maxLength;
    places[rank] = place;
    keys[rank] = (allBits - weightBits[place]!) * maxLength + rank;
  }
  keys.sort();
  const ofPlace = weights.slice();
  for (let at = 0; at < length; at++) {
    const place = places[keys[at]! % maxLength]!;
    numbers[at] = byNumber[place]!;
    weights[at] = ofPlace[place]!;
  }
}
