import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { groupAuthors } from '#corpus/authors.ts';
import type { Corpus } from '#corpus/corpus.ts';
import type { Entry } from '#corpus/schema.ts';
import { parseTemplate } from '#site/template.ts';
import type { InputDigests } from '../../../scripts/build/input-digests.ts';
import { type File, keyOf, type KeptFiles } from '../../../scripts/build/kept-files.ts';
import { stampAuthors } from '../../../scripts/build/stamp-pages.ts';
import { stampPapers } from '../../../scripts/build/stamp-papers.ts';
import { writeFeeds } from '../../../scripts/build/write-feeds.ts';
import { writeMails } from '../../../scripts/build/write-mails.ts';
import { corpusOf, paperEntry, sightedOn } from '../syndication/corpus-of.ts';

const paper = (id: string, date: string, values: Partial<Entry['paper']> = {}): Entry =>
  paperEntry(
    {
      id,
      slug: `paper-${id}`,
      title: `Paper ${id}`,
      authors: ['A. B.'],
      sightings: sightedOn(date),
      ...values,
    },
    { topics: ['theory'] },
  );

function corpus(entries: Entry[], changes: Partial<Corpus> = {}): Corpus {
  const plain = corpusOf(entries);
  const renderedById = new Map(
    entries.map(({ paper: { id, title } }) => [id, { ...plain.renderedById.get(id)!, titleHtml: title }]),
  );
  return { ...plain, renderedById, ...changes };
}

/** As a build makes them: of a paper all but what is related to it. */
function digestsOf({ site, taxonomy, renderedById }: Corpus): InputDigests {
  return {
    code: 'code',
    common: keyOf(JSON.stringify([site, taxonomy])),
    paper: ({ related: _, ...own }) => keyOf(JSON.stringify([own, renderedById.get(own.paper.id)])),
  };
}

const template = parseTemplate('@@digest:head@@@@digest:main@@');
const [first, second, third] = [paper('1', '2025-01-01'), paper('2', '2025-01-01'), paper('3', '2025-01-02')];
const three = [first, second, third] as const;
const plain = corpus([...three]);
const { site, taxonomy } = plain;
const many = Array.from({ length: 205 }, (_, number) => paper(`m${number}`, '2024-12-01'));
const withRelated = (score: number, ...terms: string[]): Entry => ({
  ...first,
  related: [{ id: '3', score, terms }],
});

const variants: Record<string, Corpus> = {
  plain,
  'another day': corpus([...three, paper('4', '2025-01-03')]),
  'one more of a day': corpus([first, second, paper('4', '2025-01-01'), third]),
  'one less': corpus([first, third]),
  'another title': corpus([first, paper('2', '2025-01-01', { title: 'Other' }), third]),
  'another name of the author': corpus(
    three.map(({ paper: { id, sightings } }) => paper(id, sightings[0]!.date!, { authors: ['A B'] })),
  ),
  'seen before': corpus([
    first,
    second,
    paper('3', '2025-01-02', { sightings: sightedOn('2025-01-01', '2025-01-02') }),
  ]),
  'no pages of authors': corpus([...three], { authors: groupAuthors([...three], 9) }),
  related: corpus([withRelated(0.5, 'kernel'), second, third]),
  'related by another term': corpus([withRelated(0.5, 'lasso'), second, third]),
  'more related': corpus([withRelated(0.6, 'lasso'), second, third]),
  'related of another title': corpus([
    withRelated(0.6, 'lasso'),
    second,
    paper('3', '2025-01-02', { title: 'Other' }),
  ]),
  'one image': corpus([...three], { site: { ...site, socialImages: 1 } }),
  'one image, and a day more': corpus([...three, paper('4', '2025-01-03')], {
    site: { ...site, socialImages: 1 },
  }),
  'another site': corpus([...three], { site: { ...site, title: 'Other', base: '/' } }),
  'another name of a topic': corpus([...three], {
    taxonomy: { ...taxonomy, topics: taxonomy.topics.map((topic) => ({ ...topic, name: 'Other' })) },
  }),
  'a former topic': corpus([...three], { formerTopics: { former: 'theory' } }),
  many: corpus(many),
  'many, and another day': corpus([...many, paper('4', '2025-01-03')]),
  'many, of which one is gone': corpus(many.slice(1)),
  'more, with another archive': corpus([
    ...many,
    ...Array.from({ length: 100 }, (_, number) => paper(`n${number}`, '2024-12-02')),
  ]),
};

it('keeps nothing under a key that would be other bytes', async () => {
  const known = new Map<string, [bytes: string, variant: string]>();
  let again = 0;
  for (const [variant, each] of Object.entries(variants)) {
    const provide = (key: string, make: () => Iterable<File>): void => {
      const bytes = JSON.stringify(
        Array.from(make(), ([path, parts]) => [
          path,
          parts.map((part) => Buffer.from(part).toString()).join(''),
        ]),
      );
      const [before, where] = known.get(key) ?? [bytes, variant];
      expect(bytes === before, `${bytes.slice(0, 80)}… in “${variant}” as in “${where}”`).toBe(true);
      if (where !== variant) again += 1;
      known.set(key, [bytes, variant]);
    };
    const files = { provide, take: () => false, write: () => 0 } as unknown as KeptFiles;
    const digests = digestsOf(each);
    stampAuthors(each, { papers: template, authors: template }, digests, files);
    writeFeeds(each, digests, files, tmpdir());
    writeMails(each, digests, files);
    await stampPapers(each, each.entries, template, digests, files, null);
    if (variant !== 'plain') continue;
    const other = parseTemplate('<p>@@digest:head@@@@digest:main@@');
    stampAuthors(each, { papers: other, authors: other }, digests, files);
    await stampPapers(each, each.entries, other, digests, files, null);
  }
  expect(again).toBeGreaterThan(100);
});

it('names the neighbours of an archive, and no later one', () => {
  const archives = new Map<string, string>();
  const provide = (_key: string, make: () => Iterable<File>): void => {
    for (const [path, parts] of make())
      if (path.startsWith('archive-'))
        archives.set(path, parts.map((part) => Buffer.from(part).toString()).join(''));
  };
  const each = variants['more, with another archive']!;
  const files = { provide, write: () => 0 } as unknown as KeptFiles;
  writeFeeds(each, digestsOf(each), files, tmpdir());
  const named = Array.from(archives.values(), (xml) =>
    Array.from(
      xml.matchAll(/<link rel="((?:prev|next)-archive)" href="[^"]*\/([^"]+)"/g),
      ([, ...link]) => link,
    ),
  );
  const [one, two, three] = archives.keys();
  expect(named).toEqual([
    [['next-archive', two]],
    [
      ['prev-archive', one],
      ['next-archive', three],
    ],
    [['prev-archive', two]],
  ]);
});
