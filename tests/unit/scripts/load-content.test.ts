import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
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

it('tells of an about page that is a link to nothing', () => {
  const about = join(content, 'pages', 'about.md');
  rmSync(about);
  symlinkSync('nowhere.md', about);
  expect(loadContent(content).aboutMarkdown.messages).toEqual([unreadable('pages/about.md', 'ENOENT')]);
});
