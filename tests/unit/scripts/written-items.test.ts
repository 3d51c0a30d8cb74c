import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { atomFormat } from '#syndication/atom.ts';
import { jsonFormat } from '#syndication/json-feed.ts';
import { WrittenItems } from '../../../scripts/build/written-items.ts';
import { corpusOf, paperEntry, sampleCorpus } from '../syndication/corpus-of.ts';

const text = (bytes: readonly Uint8Array[]): string[] => bytes.map((part) => Buffer.from(part).toString());

it('gives the same entries from memory and from its file, which is gone from the folder at once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'digest-'));
  const { entries } = sampleCorpus;
  const [memory, file] = [null, join(folder, 'items')].map((path) => new WrittenItems(sampleCorpus, path));
  expect(readdirSync(folder)).toEqual([]);
  const expected = [atomFormat, jsonFormat].map((format) => text(entries.map(memory!.inFormat(format))));
  expect(expected[0]![0]).toMatch(/^<entry>[^]*2510\.00001[^]*<\/entry>$/);
  const [atom, json] = [atomFormat, jsonFormat].map((format) => file!.inFormat(format));
  for (let round = 0; round < 3; round += 1) {
    file!.release();
    const asked = round === 1 ? entries.toReversed() : entries;
    const got = [asked.map(atom!), asked.map(json!)];
    expect(got.map((parts) => text(round === 1 ? parts.toReversed() : parts))).toEqual(expected);
  }
  file!.close();
});

it('keeps what it gave until it is released, however much that is', () => {
  const entries = Array.from({ length: 40 }, (_, number) =>
    paperEntry({ id: `p${number}`, abstract: `${number} `.repeat(20_000) }),
  );
  const items = new WrittenItems(corpusOf(entries), join(mkdtempSync(join(tmpdir(), 'digest-')), 'items'));
  const bytesOf = items.inFormat(atomFormat);
  const first = text(entries.map(bytesOf));
  expect(text(entries.map(bytesOf))).toEqual(first);
  items.close();
});
