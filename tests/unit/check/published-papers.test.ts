import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { papersPath, readPublishedPapers } from '../../../scripts/check/published-papers.ts';

const folder = mkdtempSync(join(tmpdir(), 'digest-published-'));

it.each([
  ['is not there', null, 'ENOENT: no such file or directory'],
  ['is not packed', '{}\n', 'incorrect header check'],
])('finds data that %s', async (_, text, reason) => {
  const file = join(folder, 'papers.jsonl.gz');
  if (text !== null) writeFileSync(file, text);
  const { papers, findings } = await readPublishedPapers(file);
  expect(papers).toEqual([]);
  expect(findings).toEqual([
    { rule: 'data-damaged', place: papersPath, line: 1, text: expect.stringContaining(reason) },
  ]);
});
