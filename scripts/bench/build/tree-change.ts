import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { filesBelow } from '../../build/files-below.ts';

/** The files below a folder: the digest of each, and how many bytes it has, by its path there. */
export type Tree = ReadonlyMap<string, { digest: string; bytes: number }>;

/** So many files, which have so many bytes together. */
export interface Amount {
  files: number;
  bytes: number;
}

/** Reads all files below a folder. */
export function treeOf(folder: string): Tree {
  return new Map(
    filesBelow(folder).map((file) => {
      const content = readFileSync(file);
      return [file.slice(folder.length), { digest: hash('sha256', content), bytes: content.length }];
    }),
  );
}

/**
 * What a host has to be sent of a tree that it has in an earlier form: files that are new, and files that are others.
 */
export function amountSent(before: Tree, after: Tree): Amount {
  return amountOf(new Map([...after].filter(([path, { digest }]) => before.get(path)?.digest !== digest)));
}

/** All files of a tree. */
export function amountOf(tree: Tree): Amount {
  let bytes = 0;
  for (const file of tree.values()) bytes += file.bytes;
  return { files: tree.size, bytes };
}
