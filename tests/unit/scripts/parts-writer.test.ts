import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PartsWriter } from '../../../scripts/build/parts-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'parts-writer-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('PartsWriter', () => {
  const writer = new PartsWriter();
  const file = join(folder, 'file');

  it('writes texts and bytes one after the other', () => {
    writer.write(file, ['∑ ', Buffer.from('é'), '', ' 𝒪']);
    expect(readFileSync(file, 'utf8')).toBe('∑ é 𝒪');
  });

  it('writes more than its memory holds, and less after it', () => {
    const long = '√n '.repeat(700_000);
    writer.write(file, ['a', long, Buffer.from(long)]);
    expect(readFileSync(file, 'utf8') === `a${long}${long}`).toBe(true);
    writer.write(file, ['short']);
    expect(readFileSync(file, 'utf8')).toBe('short');
  });
});
