import { normalNumbers } from './random.ts';
import { addRowProduct, type Dense, type SparseRows } from './sparse.ts';

const oversampling = 16;
const iterations = 4;

/**
 * The `count` directions in which the rows of a matrix differ most, as columns: an orthonormal basis of its leading
 * right singular vectors' span, by randomised subspace iteration (Halko, Martinsson and Tropp, 2011).
 * `weight` tells how much each row counts.
 */
export function leadingDirections(rows: SparseRows, weight: (row: number) => number, count: number): Dense {
  const width = count + oversampling;
  let basis: Dense = {
    rows: rows.columnCount,
    columns: width,
    values: normalNumbers(rows.columnCount * width),
  };
  for (let iteration = 0; iteration < iterations; iteration++)
    basis = orthonormal(timesGram(rows, weight, basis));
  const kept = new Float64Array(rows.columnCount * count);
  const image = timesGram(rows, weight, basis);
  const order = energies(basis, image);
  for (let row = 0; row < basis.rows; row++)
    for (let place = 0; place < count; place++)
      kept[row * count + place] = basis.values[row * width + order[place]!]!;
  return { rows: rows.columnCount, columns: count, values: kept };
}

/** The columns of `basis` in the order of how much of the rows they carry. */
function energies(basis: Dense, image: Dense): number[] {
  const energy = new Float64Array(basis.columns);
  for (let at = 0; at < basis.values.length; at++)
    energy[at % basis.columns]! += basis.values[at]! * image.values[at]!;
  return [...energy.keys()].sort((a, b) => energy[b]! - energy[a]!);
}

/** Transposed rows times weighted rows times `basis`. */
function timesGram(rows: SparseRows, weight: (row: number) => number, basis: Dense): Dense {
  const width = basis.columns;
  const product = new Float64Array(basis.values.length);
  const projection = new Float64Array(width);
  for (let row = 0; row + 1 < rows.start.length; row++) {
    projection.fill(0);
    addRowProduct(rows, row, basis, projection);
    const factor = weight(row);
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) {
      const value = rows.values[at]! * factor;
      const offset = rows.columns[at]! * width;
      for (let column = 0; column < width; column++) product[offset + column]! += value * projection[column]!;
    }
  }
  return { rows: basis.rows, columns: width, values: product };
}

/** Makes the columns orthonormal (modified Gram-Schmidt, columns laid out as rows for speed). */
function orthonormal({ rows, columns, values }: Dense): Dense {
  const vectors = Array.from({ length: columns }, (_, column) =>
    Float64Array.from({ length: rows }, (_, row) => values[row * columns + column]!),
  );
  vectors.forEach((vector, place) => {
    for (const earlier of vectors.slice(0, place)) {
      let dot = 0;
      for (let row = 0; row < rows; row++) dot += vector[row]! * earlier[row]!;
      for (let row = 0; row < rows; row++) vector[row]! -= dot * earlier[row]!;
    }
    let square = 0;
    for (const value of vector) square += value * value;
    const scale = 1 / (Math.sqrt(square) || 1);
    for (let row = 0; row < rows; row++) vector[row]! *= scale;
  });
  const result = new Float64Array(rows * columns);
  vectors.forEach((vector, column) =>
    vector.forEach((value, row) => (result[row * columns + column] = value)),
  );
  return { rows, columns, values: result };
}
