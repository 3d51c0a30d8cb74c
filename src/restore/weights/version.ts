/** The beginning of the SHA-256 of tagger.bin and decoder.bin; see record.json for how they were made. */
export const weightsVersion = '60069392b846';
