/** The beginning of the SHA-256 of tagger.bin, decoder.bin and reranker.bin; see record.json for how they were made. */
export const weightsVersion = '89caaff618c2';
