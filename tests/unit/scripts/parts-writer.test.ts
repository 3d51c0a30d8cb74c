import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PartsWriter } from '../../../scripts/build/parts-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'parts-writer-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('PartsWriter', () => {
  const writer = new PartsWriter();

  it('writes texts and bytes one after the other', () => {
    const file = join(folder, 'one');
    writer.write(file, ['∑ ', Buffer.from('é'), '', ' 𝒪']);
    expect(readFileSync(file, 'utf8')).toBe('∑ é 𝒪');
  });

  it('writes more than its memory holds, and less after it', () => {
    const long = '√n '.repeat(700_000);
    const file = join(folder, 'long');
    writer.write(file, ['a', long, Buffer.from(long)]);
    expect(readFileSync(file, 'utf8') === `a${long}${long}`).toBe(true);
    const after = join(folder, 'short');
    writer.write(after, ['short']);
    expect(readFileSync(after, 'utf8')).toBe('short');
  });

  it('does not write where a file is', () => {
    const file = join(folder, 'there');
    writer.write(file, ['first']);
    expect(() => writer.write(file, ['second'])).toThrow('EEXIST');
    expect(readFileSync(file, 'utf8')).toBe('first');
  });
});
