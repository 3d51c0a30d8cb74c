/** Sizes that the index is cut by. Any give the same answers; they trade bytes for files. */
export interface BuildLimits {
  /** Bytes of a shard before compression at which the next one begins. */
  maxShardBytes: number;
  /** A term with more postings than this gets a file of its own. */
  maxSharedPostings: number;
  /** Words that a vocabulary file has. */
  maxWordsPerFile: number;
  /** Documents in a bundle: one file for so many papers, and what a server without ranges sends for one result. */
  documentsPerBundle: number;
}

/** About 4 kB a shard and 5 kB a vocabulary file after gzip, 25 kB a bundle. */
export const defaultBuildLimits: BuildLimits = {
  maxShardBytes: 4_500,
  maxSharedPostings: 2_250,
  maxWordsPerFile: 1500,
  documentsPerBundle: 32,
};
