import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { codeDigest, codeFolders } from '../../../scripts/build/code-digest.ts';
import { filesBelow } from '../../../scripts/build/files-below.ts';

/** What reads content, writes files, and talks to people: no file of a site is made by it. */
const readingAndWriting = ['commands', 'content', 'fetch'];

it('is of all code that a build is made of', () => {
  const files = filesBelow(fileURLToPath(new URL('../../../scripts/build', import.meta.url)));
  const imports = files.flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/'\.\.\/(\w+)\//g), ([, folder]) => folder!),
  );
  expect(imports.length).toBeGreaterThan(0);
  const others = new Set(imports.filter((folder) => !readingAndWriting.includes(folder)));
  expect(codeFolders).toEqual(expect.arrayContaining(Array.from(others, (folder) => `scripts/${folder}`)));
  expect(codeDigest()).toMatch(/^[\w-]{43}$/);
});
