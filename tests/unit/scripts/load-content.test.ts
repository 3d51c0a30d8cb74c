import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { CallError } from '../../../scripts/commands/call-error.ts';
import { loadContent } from '../../../scripts/content/load-content.ts';

let content: string;
beforeEach(() => {
  content = join(mkdtempSync(join(tmpdir(), 'digest-content-')), 'content');
  for (const name of ['site.yaml', 'topics.yaml', 'pages'])
    cpSync(join('content', name), join(content, name), { recursive: true });
});

const unreadable = (feed: string, code: string) => ({
  severity: 'error',
  rule: 'file-unreadable',
  feed,
  line: null,
  text: `It cannot be read (${code}) and was left out. Make it a readable file, or remove it.`,
});

it('does without the text of the about page where there is none', () => {
  rmSync(join(content, 'pages'), { recursive: true });
  expect(loadContent(content).aboutMarkdown).toEqual({ value: null, messages: [] });
});

it('wants a folder', () => {
  const file = join(content, 'site.yaml');
  expect(() => loadContent(file)).toThrow(
    new CallError(`${file} is a file: name the content folder that it is in with --content.`),
  );
});

it('adds the last slash of the base path', () => {
  const site = readFileSync(join(content, 'site.yaml'), 'utf8');
  writeFileSync(join(content, 'site.yaml'), site.replace('base: /', 'base: /lab/digest'));
  expect(loadContent(content).site.base).toBe('/lab/digest/');
});

it('does without files that cannot be read, and says so', () => {
  const about = join(content, 'pages', 'about.md');
  rmSync(about);
  mkdirSync(about);
  mkdirSync(join(content, 'enrichment.jsonl'));
  mkdirSync(join(content, 'records', '2410.jsonl'), { recursive: true });
  const { aboutMarkdown, enrichment } = loadContent(content);
  expect(aboutMarkdown).toEqual({ value: null, messages: [unreadable('pages/about.md', 'EISDIR')] });
  expect(enrichment).toEqual({
    value: [],
    messages: [unreadable('enrichment.jsonl', 'EISDIR'), unreadable('records/2410.jsonl', 'EISDIR')],
  });
});

it('tells of an about page that is not in UTF-8', () => {
  writeFileSync(join(content, 'pages', 'about.md'), Buffer.from('Gröbner', 'latin1'));
  expect(loadContent(content).aboutMarkdown).toEqual({
    value: 'Gr\ufffdbner',
    messages: [
      {
        severity: 'warning',
        rule: 'bytes-undecodable',
        feed: 'pages/about.md',
        line: null,
        text: 'It is not in UTF-8, so that letters of it were read as U+FFFD. Save it as UTF-8.',
      },
    ],
  });
});

it('tells of an about page that is a link to nothing', () => {
  const about = join(content, 'pages', 'about.md');
  rmSync(about);
  symlinkSync('nowhere.md', about);
  expect(loadContent(content).aboutMarkdown.messages).toEqual([unreadable('pages/about.md', 'ENOENT')]);
});

it('wants former topics to be none, and to lead to topics', () => {
  writeFileSync(
    join(content, 'former-topics.yaml'),
    'old: older\nolder: reasoning\ngone: null\nreasoning: statistics\nlost: resoning\n',
  );
  expect(() => loadContent(content)).toThrow(
    `${content}/former-topics.yaml and topics.yaml disagree:\n  “reasoning” is a topic. Remove its line here, or the topic there.\n  “lost” leads to “resoning”, which is no topic. Known: large-language-models, `,
  );
  writeFileSync(join(content, 'former-topics.yaml'), 'old: older\nolder: reasoning\ngone: null\n');
  expect(loadContent(content).formerTopics).toEqual({ old: 'older', older: 'reasoning', gone: null });
});

it('says what a correction may be', () => {
  writeFileSync(join(content, 'corrections.yaml'), 'a-paper: {}\n');
  expect(() => loadContent(content)).toThrow(
    `${content}/corrections.yaml does not have the expected form:\n  line 1, ["a-paper"]: a title, an abstract or both`,
  );
});
