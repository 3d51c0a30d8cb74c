/** From so many papers on memory is dearer than time. */
export const manyPapers = 50_000;
