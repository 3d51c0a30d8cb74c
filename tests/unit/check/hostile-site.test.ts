import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkOutput, checkSite } from '../../../scripts/check/check-site.ts';
import { previousAddresses } from '../../../scripts/check/previous-addresses.ts';
import { loadContent } from '../../../scripts/content/load-content.ts';
import { hostileNames, makeHostileContent, repeats, words } from './hostile-content.ts';
import { dangersOfFragment, dangersOfPage, textOf } from './dangers.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
const content = join(folder, 'content');
const out = join(folder, 'out');
let files: string[] = [];
let report: { sightings: number; messagesByRule: Record<string, number> };

const read = (file: string): string => readFileSync(join(out, file), 'utf8');
const check = () => checkSite({ folder: content, content: loadContent(content), out, previous: null });
const digest = (...args: string[]) =>
  spawnSync('node', ['scripts/digest.ts', ...args], {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    // Vitest's own DEV, PROD and NODE_ENV would make a development server of the build.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
  });
const rulesOf = (findings: readonly { rule: string }[]): string[] => [
  ...new Set(findings.map(({ rule }) => rule)),
];

beforeAll(() => {
  makeHostileContent(content);
  const { status, stdout, stderr } = digest(
    'build',
    '--content',
    content,
    '--cache',
    join(folder, 'cache'),
    '--out',
    out,
  );
  if (status !== 0) throw new Error(stderr);
  report = JSON.parse(stdout);
  files = readdirSync(out, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a site of hostile feeds', () => {
  it('is built, of all that could be read', () => {
    expect(report.sightings).toBeGreaterThan(repeats + 50);
    for (const rule of ['gzip-too-large', 'gzip-damaged', 'feed-binary', 'record-damaged', 'title-too-long'])
      expect(report.messagesByRule[rule], rule).toBeGreaterThan(0);
  });

  it('has pages that run, load and hide nothing', () => {
    const pages = files.filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(80);
    const dangers = pages.flatMap((page) =>
      dangersOfPage(read(page), page.endsWith('email.html')).map((danger) => `${page}: ${danger}`),
    );
    expect(dangers).toEqual([]);
  });

  it('shows the names of files as text', () => {
    const text = textOf(read('status/index.html')).replace(/\s+/g, ' ');
    for (const name of hostileNames.filter((name) => !/[\n\u202e]/.test(name))) expect(text).toContain(name);
  });

  it('turns no text around and hides none', () => {
    // KaTeX itself puts a zero-width space, alone in its element, into stacks.
    const invisible = /[\u0000-\u0008\u000e-\u001f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
    const shown = files.filter((file) => /\.(?:html|txt|xml|bib|ris)$/.test(file));
    expect(shown.filter((file) => invisible.test(read(file).replaceAll('>\u200b<', '><')))).toEqual([]);
  });

  it('has feeds that are well-formed and whose HTML is as safe', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => name === 'item' || name === 'entry',
      processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
    });
    const feeds = files.filter((file) => /\.xml$/.test(file));
    expect(feeds.length).toBeGreaterThan(50);
    for (const file of feeds) expect(XMLValidator.validate(read(file)), file).toBe(true);
    const { rss } = parser.parse(read('rss.xml'));
    expect(rss.channel.item.length).toBeGreaterThan(10);
    for (const { description, link } of rss.channel.item) {
      expect(dangersOfFragment(String(description))).toEqual([]);
      expect(link).toMatch(/^https:\/\/papers\.example\.org\/trap\//);
    }
    for (const item of JSON.parse(read('feed.json')).items)
      expect(dangersOfFragment(item.content_html)).toEqual([]);
  });

  it('leaves the bounds of no reference', () => {
    for (const file of files.filter((name) => name.endsWith('.ris')))
      expect(read(file).match(/^TY {2}- /gm), file).toHaveLength(1);
    for (const file of files.filter((name) => name.endsWith('.bib')))
      expect(read(file).match(/^@/gm), file).toHaveLength(1);
  });

  it('lost nothing, as digest check finds', async () => {
    const { findings, counts } = await check();
    expect(findings.filter(({ text }) => !/social\.png/.test(text))).toEqual([]);
    expect(counts.sightings).toBe(report.sightings);
  });
});

describe('digest check finds', () => {
  const paper = () => files.find((file) => /^papers\/birch-paper\/index\.html$/.test(file))!;
  /** Changes a file for the time of a check. */
  async function withFile(file: string, change: (text: string) => string | null) {
    const path = join(out, file);
    const bytes = readFileSync(path);
    const changed = change(bytes.toString('latin1'));
    if (changed === null) rmSync(path);
    else writeFileSync(path, changed, 'latin1');
    try {
      return (await checkOutput(out, true)).findings.filter(({ text }) => !/social\.png/.test(text));
    } finally {
      writeFileSync(path, bytes);
    }
  }

  it.each<[string, string, (text: string) => string | null, string[]]>([
    [
      'a page that is missing',
      'papers/birch-paper/index.html',
      () => null,
      ['output-incomplete', 'link-broken'],
    ],
    [
      'a page that is cut off',
      'papers/birch-paper/index.html',
      (text) => text.slice(0, -100),
      ['page-cut-off'],
    ],
    [
      'a script in a page',
      'papers/birch-paper/index.html',
      (text) => text.replace('<main', '<script>x()</script><main'),
      ['markup-unsafe'],
    ],
    [
      'a page without its policy',
      'about/index.html',
      (text) => text.replace('Content-Security-Policy', 'x'),
      ['page-unprotected'],
    ],
    [
      'a template that was not filled',
      'papers/birch-paper/index.html',
      (text) => text.replace(/<main[^>]*>/, '$&@@digest:main@@'),
      ['template-left'],
    ],
    [
      'a link that leads nowhere',
      'about/index.html',
      (text) => text.replace('<main', '<a href="/trap/nowhere/">x</a><main'),
      ['link-broken'],
    ],
    [
      'a place that is not on its page',
      'about/index.html',
      (text) => text.replace('<main', '<a href="#nowhere">x</a><main'),
      ['link-broken'],
    ],
    [
      'a reference that is missing',
      'papers/birch-paper/cite.bib',
      () => null,
      ['output-incomplete', 'link-broken'],
    ],
    ['data that are cut off', 'data/birch-paper.json', (text) => text.slice(0, -9), ['file-damaged']],
    ['a feed that is cut off', 'atom.xml', (text) => text.slice(0, -9), ['file-damaged']],
    ['a feed that is missing', 'rss.xml', () => null, ['output-incomplete', 'link-broken']],
    [
      'papers that the site map does not name',
      'sitemap-1.xml',
      (text) => text.replace('papers/birch-paper/', 'papers/other-paper/'),
      ['output-incomplete'],
    ],
    [
      'data of all papers that are cut off',
      'data/papers.jsonl.gz',
      (text) => text.slice(0, -40),
      ['data-damaged', 'search-damaged'],
    ],
    [
      'a search index without its manifest',
      'search/manifest.json',
      () => null,
      ['search-damaged', 'link-broken'],
    ],
    [
      'a search index of other papers',
      'search/manifest.json',
      (text) => text.replace(/"documentCount":\d+/, '"documentCount":1'),
      ['search-damaged'],
    ],
  ])('%s', async (_, file, change, rules) => {
    expect(rulesOf(await withFile(file, change))).toEqual(rules);
  });

  it('a search file with other contents', async () => {
    const file = files.find((name) => /^search\/files\/terms-.*\.bin$/.test(name))!;
    const [finding] = await withFile(file, (text) => `${text}x`);
    expect(finding).toEqual({
      rule: 'search-damaged',
      place: file.replace(/\/\d+\.bin$/, ''),
      line: null,
      text: 'The contents of the files are not those that the name of the folder says. Build again.',
    });
    expect((await withFile(file, () => null)).map(({ text }) => text)).toContain(
      'The file is missing. Build again.',
    );
  });

  it('an entry that came into a feed since', async () => {
    const feed = join(content, 'feeds', 'constructor.json');
    const text = readFileSync(feed, 'utf8');
    writeFileSync(
      feed,
      `${text.slice(0, -1)},{"id":"3999.00001","title":"New","abstract":"x","authors":[],"categories":[]}]`,
    );
    const { findings } = await check();
    writeFileSync(feed, text);
    expect(findings.filter(({ place }) => place === 'constructor.json')).toEqual([
      {
        rule: 'sighting-lost',
        place: 'constructor.json',
        line: 1,
        text: '“New” is in no paper of the site. If the feed changed since, build again.',
      },
    ]);
    expect(paper()).toBeDefined();
  });
});

describe('when feeds are removed', () => {
  it('addresses are lost, unless it is said where they lead', () => {
    const previous = join(folder, 'previous.txt');
    writeFileSync(previous, read('data/addresses.txt'));
    for (const name of hostileNames) rmSync(join(content, 'feeds', name));
    writeFileSync(
      join(content, 'former-papers.yaml'),
      'birch-paper: again\ncedar-paper: https://elsewhere.example/paper\ndelta-paper: null\nmany-authors: null\n',
    );
    const taxonomy = join(content, 'topics.yaml');
    writeFileSync(taxonomy, readFileSync(taxonomy, 'utf8').replace('slug: walkers', 'slug: ramblers'));
    writeFileSync(join(content, 'former-topics.yaml'), 'walkers: ramblers\ntalkers: null\n');
    writeFileSync(join(content, 'corrections.yaml'), 'again: { title: Corrected $\\nonsense$ }\n');
    appendFileSync(join(content, 'site.yaml'), 'accent: { light: "#fff", dark: "#fff" }\n');
    const build = digest('build', '--content', content, '--cache', join(folder, 'cache'), '--out', out);
    expect(build.status, build.stderr).toBe(0);
    expect(read('papers/birch-paper/index.html')).toContain('url=/trap/papers/again/');
    expect(read('papers/cedar-paper/index.html')).toContain('href="https://elsewhere.example/paper"');
    expect(read('papers/delta-paper/index.html')).toContain('This paper was removed');
    expect(read('papers/again/index.html')).toContain('<h1>Corrected $\\nonsense$</h1>');
    for (const rule of ['paper-left-out', 'accent-faint', 'formula-unreadable'])
      expect(JSON.parse(build.stdout).messagesByRule[rule], rule).toBe(1);
    expect(read('papers/many-authors/index.html')).toContain('This paper was removed');
    expect(read('topics/talkers/index.html')).toContain('This topic was removed');
    expect(read('topics/walkers/index.html')).toContain('url=/trap/topics/ramblers/');
    for (const file of ['rss.xml', 'atom.xml', 'feed.json'])
      expect(read(`topics/walkers/${file}`)).toBe(read(`topics/ramblers/${file}`));
    const { status, stdout, stderr } = digest(
      'check',
      '--content',
      content,
      '--out',
      out,
      '--previous',
      previous,
    );
    const findings = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const lost = findings.filter(({ rule }) => rule === 'address-lost').map(({ place }) => place);
    expect(lost).toEqual(['acorn', ...words.slice(4)].map((word) => `papers/${word}-paper/`));
    expect(findings.map(({ place }) => place)).not.toContain('many-authors.json');
    expect(status).toBe(1);
    expect(stderr).toMatch(/\d+ findings: something was lost, or the site is not whole\./);
  }, 240_000);

  it('a wrong call is told from a finding', () => {
    const nowhere = join(folder, 'nowhere');
    const { status, stdout, stderr } = digest('check', '--content', content, '--out', nowhere);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      `${nowhere} holds no built site: build it first, or say where it is with --out.`,
    );
  });

  it('an earlier build must be one', () => {
    expect(() => previousAddresses(join(folder, 'nowhere'))).toThrow(
      'does not exist: name a previous output folder',
    );
    expect(() => previousAddresses(join(content, 'site.yaml'))).toThrow('is no list of addresses');
    expect(() => previousAddresses(content)).toThrow('holds no built site');
    expect(previousAddresses(out)).toContain('papers/again/');
  });
});
