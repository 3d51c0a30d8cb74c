import { describe, expect, it } from 'vitest';
import type { Entry, RenderedEntry } from '#corpus/schema.ts';
import { createPaperContexts } from '#views/paper-context.ts';
import { paperHead } from '#views/paper-head.ts';
import { paperMain } from '#views/paper-page.ts';
import { corpusOf, paperEntry } from '../syndication/corpus-of.ts';
import { renderedCorpus } from './rendered-corpus.ts';
import { expectValidHtml } from './valid-html.ts';

const contextOf = createPaperContexts(renderedCorpus);

function pageOf(id: string, change: (entry: Entry) => Entry = (entry) => entry): string {
  const entry = change(renderedCorpus.entryById.get(id)!);
  const rendered = renderedCorpus.renderedById.get(id)!;
  const rerendered = entry.paper.abstract === '' ? { ...rendered, abstractHtml: '' } : rendered;
  return paperMain(entry, rerendered, contextOf(id));
}

describe('the page of a paper', () => {
  it('says who, what about, and where and when it was seen', () => {
    const page = pageOf('1a');
    expect(page).toContain('<a href="/digest/authors/ada-lovelace/">Ada Lovelace</a>');
    expect(page).toContain('<a href="https://arxiv.org/abs/2510.00001">arXiv</a>');
    expect(page).toContain('href="https://github.com/a/b?x=1&amp;y=2">Code</a>');
    expect(page).toContain('<a href="/digest/dates/2025-10-28/">28 October 2025</a>');
    expect(page).toContain('1st of 1');
    expect(page).toContain('<a href="/digest/topics/theory/">Theory</a>');
  });

  it('leads to a search where no id is known', () => {
    expect(pageOf('2b')).toContain('https://arxiv.org/search/?query=Nothing+known&amp;searchtype=title');
  });

  it('says what is missing', () => {
    const page = pageOf('2b');
    expect(page).toContain('No feed had an abstract of this paper.');
    expect(page).toContain('Undated list');
  });

  it('shows the scraped text on request, and says what was reconstructed', () => {
    const page = pageOf('1a', (entry) => ({
      ...entry,
      paper: { ...entry.paper, tex: 'damaged', abstract: 'We show O(sqrt n) <b>' },
      abstract: {
        ...entry.abstract,
        formulas: entry.abstract.formulas.map((formula) => ({ ...formula, reconstructed: true })),
      },
    }));
    expect(page).toContain('<span class="key">2 formulas</span> reconstructed');
    expect(page).toContain('id="as-scraped"');
    expect(page).toContain('We show O(sqrt n) &lt;b&gt;');
  });

  it('shows the summary of a feed without its TeX', () => {
    const summary = String.raw`UFO$^3$ <b> \emph{weaves}.`;
    const page = pageOf('1a', (entry) => ({ ...entry, paper: { ...entry.paper, summary } }));
    expect(page).toContain('<p>UFO³ &lt;b&gt; weaves.</p>');
  });

  it('says that an abstract was corrected', () => {
    const page = pageOf('1a', (entry) => ({ ...entry, paper: { ...entry.paper, tex: 'owner' } }));
    expect(page).toContain('This abstract was corrected by hand.');
    expect(page).not.toMatch(/own TeX|as-scraped/);
  });

  it('has no switch where nothing was changed', () => {
    const page = pageOf('2b', (entry) => ({ ...entry, paper: { ...entry.paper, tex: 'damaged' } }));
    expect(page).not.toContain('as-scraped');
  });

  it('names many authors on request', () => {
    const context = contextOf('1a');
    const authors = Array.from({ length: 50 }, (_, index) => ({ name: `Author ${index}`, slug: null }));
    const entry = renderedCorpus.entryById.get('1a')!;
    const page = paperMain(entry, renderedCorpus.renderedById.get('1a')!, { ...context, authors });
    expect(page).toContain('and 26 more authors');
    expect(page).toContain('Author 49');
  });

  it('names fifty of thousands of authors, and says where the others are', () => {
    const paper = paperEntry({
      id: '4d',
      slug: 'crowd',
      title: 'Crowd',
      authors: Array.from({ length: 3000 }, (_, index) => `Author ${index}`),
    });
    const corpus = corpusOf([paper]);
    const context = createPaperContexts({ ...renderedCorpus, ...corpus, site: renderedCorpus.site })('4d');
    const rendered = corpus.renderedById.get('4d') as RenderedEntry;
    const page = paperMain(paper, rendered, context);
    const head = paperHead(paper, rendered, context, page, renderedCorpus.site);
    expect(page).toContain('and 2,976 more authors');
    expect(page).toContain(
      'Author 49</a> and 2,950 more, named in the <a href="/digest/data/crowd.json">data of this paper</a>',
    );
    expect(page).toContain('the first 50 of 3,000 authors; the files to download name all.');
    expect(page).toContain(' and others}');
    expect(head.match(/citation_author/g)).toHaveLength(50);
    expect(head + page).not.toContain('Author 50');
    expect(Buffer.byteLength(head + page)).toBeLessThan(32_000);
  });

  it('shows hostile text as text, also in its data', () => {
    const page = pageOf('3c');
    const { head, main } = {
      main: page,
      head: paperHead(
        renderedCorpus.entryById.get('3c')!,
        renderedCorpus.renderedById.get('3c')!,
        contextOf('3c'),
        page,
        renderedCorpus.site,
      ),
    };
    expect(main.match(/<script/g)).toHaveLength(1);
    expect(head.match(/<script/g)).toHaveLength(1);
    expect(head + main).not.toMatch(/<(?:img|x)\b/);
  });

  it('is valid HTML', async () => {
    for (const { paper } of renderedCorpus.entries) await expectValidHtml(pageOf(paper.id));
  });

  it('refuses an id that the corpus does not have', () => {
    expect(() => contextOf('nobody')).toThrow('Paper nobody is not in the corpus: its page cannot be made.');
  });
});

describe('neighbours', () => {
  it('are those of the first digest that had the paper', () => {
    expect(contextOf('1a')).toMatchObject({ previous: null, next: null });
    expect(contextOf('3c').previous).toBeNull();
    expect(contextOf('3c').next?.slug).toBe('square-roots');
    expect(contextOf('3c').appearances).toEqual([{ date: '2025-10-30', position: 1, papers: 2 }]);
    expect(contextOf('1a').appearances).toHaveLength(2);
  });
});
