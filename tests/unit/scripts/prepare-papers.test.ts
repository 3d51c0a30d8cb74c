import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Prepared } from '#corpus/schema.ts';
import { PaperPreparer } from '../../../scripts/build/prepare-papers.ts';
import { PreparedCache } from '../../../scripts/build/prepared-cache.ts';
import { loadContent } from '../../../scripts/content/load-content.ts';
import { paperOf } from '../corpus/paper-of.ts';

const { taxonomy } = loadContent('content');
const papers = Array.from({ length: 70 }, (_, number) =>
  paperOf({ id: `p${number}`, abstract: `We learn in O(n^${number}) steps with εin(0,1).` }),
);

let preparer: PaperPreparer | undefined;
afterEach(() => preparer?.close());

function preparing(cacheFolder = mkdtempSync(join(tmpdir(), 'digest-'))): PaperPreparer {
  const cache = new PreparedCache(join(cacheFolder, 'prepared.jsonl'), 'v1');
  return (preparer = new PaperPreparer({ taxonomy, formerTopics: {}, cacheFolder }, cache));
}

/** All of what was prepared, with what is left in the file. */
const whole = (all: readonly Prepared[]): unknown[] =>
  all.map(({ title, abstract, topics, links, rendered, styles }) => {
    const { titleHtml, titlePlain, abstractHtml, abstractPlain, hasMath } = rendered;
    return {
      title,
      abstract,
      topics,
      links,
      styles,
      titleHtml,
      titlePlain,
      abstractHtml,
      abstractPlain,
      hasMath,
    };
  });

it('prepares papers alike here and in threads, begun with before they are asked for or not', async () => {
  const here = whole(await preparing().prepareAll(papers));
  expect(here).toHaveLength(70);
  expect(here[2]).toMatchObject({ abstractPlain: expect.stringContaining('n²') });

  const threads = preparing();
  threads.begin(papers.slice(0, 66).reverse());
  threads.begin([paperOf({ id: 'seen elsewhere with another text' }), papers[3]!]);
  expect(whole(await threads.prepareAll(papers))).toEqual(here);
});

it('takes from the cache what an earlier build prepared, and says how many are done', async () => {
  const cacheFolder = mkdtempSync(join(tmpdir(), 'digest-'));
  const some = papers.slice(0, 3);
  const first = whole(await preparing(cacheFolder).prepareAll(some));
  const heard: [number, number][] = [];
  const again = await preparing(cacheFolder).prepareAll(papers.slice(0, 5), (done, total) =>
    heard.push([done, total]),
  );
  expect(whole(again).slice(0, 3)).toEqual(first);
  expect(heard).toEqual([
    [4, 5],
    [5, 5],
  ]);
});

it('tells the failure of a thread where the papers are asked for', async () => {
  const threads = preparing();
  const broken = { ...papers[0]!, abstract: null as unknown as string };
  threads.begin([broken]);
  await expect(threads.prepareAll([broken])).rejects.toThrow(TypeError);
});
