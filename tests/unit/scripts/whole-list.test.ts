import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { WholeList } from '../../../scripts/build/whole-list.ts';

const folder = mkdtempSync(join(tmpdir(), 'whole-list-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lines = Array.from({ length: 3500 }, (_, number) => `{"√":"${'é'.repeat(number % 700)}🙂${number}"}\n`);

/** The file of a list of all lines, of which some come from files. */
async function listOf(isInFile: (number: number) => boolean): Promise<Buffer> {
  const list = new WholeList();
  for (const [number, line] of lines.entries()) {
    if (!isInFile(number)) await list.add(line);
    else {
      writeFileSync(join(folder, 'line'), line);
      await list.addFile(join(folder, 'line'));
    }
  }
  await list.write(join(folder, 'data', 'list.gz'));
  return readFileSync(join(folder, 'data', 'list.gz'));
}

it('has all lines in their order, wherever they come from, in the same bytes', async () => {
  const fromTexts = await listOf(() => false);
  expect(gunzipSync(fromTexts).toString()).toBe(lines.join(''));
  expect(fromTexts.equals(await listOf((number) => number % 3 > 0))).toBe(true);
});

it('is a gzip file without lines, too, and with one that is larger than its memory', async () => {
  const file = join(folder, 'few.gz');
  await new WholeList().write(file);
  expect(gunzipSync(readFileSync(file))).toHaveLength(0);
  const list = new WholeList();
  await list.add('a\n');
  await list.add(`${'√n '.repeat(2_000_000)}\n`);
  await list.write(file);
  expect(gunzipSync(readFileSync(file)).toString()).toBe(`a\n${'√n '.repeat(2_000_000)}\n`);
});
