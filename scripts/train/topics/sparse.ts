/** A matrix of which most is nought: row r has the values `start[r]` to `start[r + 1]`. */
export interface SparseRows {
  start: Int32Array;
  columns: Int32Array;
  values: Float32Array;
  columnCount: number;
}

/** A dense matrix, row after row. */
export interface Dense {
  rows: number;
  columns: number;
  values: Float64Array;
}

/** Collects rows of column-value pairs. */
export function sparseRows(
  rows: readonly (readonly (readonly [number, number])[])[],
  columnCount: number,
): SparseRows {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, place) => (start[place + 1] = start[place]! + row.length));
  const columns = new Int32Array(start[rows.length]!);
  const values = new Float32Array(columns.length);
  let at = 0;
  for (const row of rows)
    for (const [column, value] of row) {
      columns[at] = column;
      values[at++] = value;
    }
  return { start, columns, values, columnCount };
}

/** `row` of the sparse matrix times a dense one, added to `sum`. */
export function addRowProduct(sparse: SparseRows, row: number, dense: Dense, sum: Float64Array): void {
  for (let at = sparse.start[row]!; at < sparse.start[row + 1]!; at++) {
    const value = sparse.values[at]!;
    const offset = sparse.columns[at]! * dense.columns;
    for (let column = 0; column < dense.columns; column++)
      sum[column]! += value * dense.values[offset + column]!;
  }
}
