import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { CallError } from '../../../scripts/commands/call-error.ts';
import { readJsonLines } from '../../../scripts/commands/json-lines.ts';
import { linesOf } from '../../../scripts/commands/lines-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'digest-lines-'));
const schema = z.object({ id: z.number() });

afterEach(() => vi.restoreAllMocks());

/** What is read from files of these contents, what is told on standard error, and the error at the end. */
async function read(...contents: string[]) {
  const files = contents.map((content, index) => {
    const file = join(folder, `${index + 1}.jsonl`);
    writeFileSync(file, content);
    return file;
  });
  let told = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += text;
    return true;
  });
  const values: unknown[] = [];
  let error: unknown = null;
  try {
    for await (const value of readJsonLines(files, schema)) values.push(value);
  } catch (thrown) {
    error = thrown;
  }
  return { values, told: told.replaceAll(`${folder}/`, ''), error };
}

it('reads lines of several files, with blank lines, CRLF, a byte order mark and no end of line', async () => {
  expect(await read('\ufeff{"id":1}\r\n\r\n{"id":2}', '{"id":3}\n')).toEqual({
    values: [{ id: 1 }, { id: 2 }, { id: 3 }],
    told: '',
    error: null,
  });
});

it('reads characters and ends of lines that are cut between two pieces of the input', async () => {
  const bytes = [...Buffer.from('naïve\r\n∑ 𝔼\n')].map((byte) => Uint8Array.of(byte));
  expect(await Array.fromAsync(linesOf(Readable.from(bytes)))).toEqual(['naïve', '∑ 𝔼']);
  expect(await Array.fromAsync(linesOf(Readable.from([Buffer.from('∑').subarray(0, 2)])))).toEqual([
    '\ufffd',
  ]);
});

it('takes a line separator within a text for what it is', async () => {
  const texts = z.object({ text: z.string() });
  const file = join(folder, 'separator.jsonl');
  writeFileSync(file, `${JSON.stringify({ text: 'a\u2028b\u2029c' })}\n`);
  const values = await Array.fromAsync(readJsonLines([file], texts));
  expect(values).toEqual([{ text: 'a\u2028b\u2029c' }]);
});

it('leaves out what is not of the expected form, says where it stands, and goes on', async () => {
  const { values, told, error } = await read('{"id":1}\nnot json\n{"id":"two"}\n', '[]\n{"id":4}\n');
  expect(values).toEqual([{ id: 1 }, { id: 4 }]);
  expect(told.trim().split('\n')).toEqual([
    'error: 1.jsonl, line 2: not JSON (Unexpected token \'o\', "not json" is not valid JSON), where one JSON object a line is expected; the line was left out',
    'error: 1.jsonl, line 3: not of the expected form (✖ Invalid input: expected number, received string → at id); the line was left out',
    'error: 2.jsonl, line 1: not of the expected form (✖ Invalid input: expected object, received array); the line was left out',
  ]);
  expect(error).toEqual(new Error('3 lines were left out: not of the expected form.'));
  expect(error).not.toBeInstanceOf(CallError);
});

it('tells the first twenty lines only, and how many there were', async () => {
  const { told, error } = await read('x\n'.repeat(50));
  expect(told.trim().split('\n')).toHaveLength(20);
  expect((error as Error).message).toBe('50 lines were left out: not of the expected form.');
});

it('reads nothing when a file is missing or a folder', async () => {
  const file = join(folder, 'good.jsonl');
  writeFileSync(file, '{"id":1}\n');
  const missing = join(folder, 'missing.jsonl');
  await expect(readJsonLines([file, missing], schema).next()).rejects.toThrow(
    new CallError(`${missing} cannot be read: ENOENT: no such file or directory, access '${missing}'`),
  );
  await expect(readJsonLines([folder], schema).next()).rejects.toThrow(
    new CallError(`${folder} is a folder; a file of JSON lines is expected.`),
  );
});

it('reads standard input for a file that is called -', async () => {
  const file = join(folder, 'first.jsonl');
  writeFileSync(file, '{"id":1}\n');
  const input = Readable.from([Buffer.from('{"id":2}\n')]) as typeof process.stdin;
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(input);
  expect(await Array.fromAsync(readJsonLines([file, '-'], schema))).toEqual([{ id: 1 }, { id: 2 }]);
});

it('tells of bytes that are no UTF-8', async () => {
  const file = join(folder, 'latin-1.jsonl');
  writeFileSync(file, Buffer.from('{"text":"na\u00efve"}\n{"text":"plain"}\n', 'latin1'));
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const values = await Array.fromAsync(readJsonLines([file], z.object({ text: z.string() })));
  expect(values).toEqual([{ text: 'na\ufffdve' }, { text: 'plain' }]);
  expect(told.mock.calls).toEqual([
    [`warning: ${file}, line 1: a character is lost (it reads U+FFFD); JSON lines are expected in UTF-8\n`],
  ]);
});
