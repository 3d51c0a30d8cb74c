import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { readYaml } from '../../../scripts/content/read-yaml.ts';
import { correctionsSchema } from '#papers/schema.ts';
import { feedsConfigSchema, siteConfigSchema } from '#site/schema.ts';
import { successorsSchema } from '#text/successors.ts';
import { taxonomySchema } from '#topics/schema.ts';

const file = join(mkdtempSync(join(tmpdir(), 'digest-yaml-')), 'site.yaml');
const complaint = (text: string | Uint8Array, schema: z.ZodType): string => {
  writeFileSync(file, text);
  try {
    readYaml(file, schema);
  } catch (error) {
    return (error as Error).message.replace(`${file} `, '');
  }
  return 'none';
};

const site = "title: Papers\ndescription: 'Of: all'\nurl: https://example.org\nbase: /\n";

it.each<[string, z.ZodType, string]>([
  [
    `# mine\n${site}colour: red\n`,
    siteConfigSchema,
    'line 6: there is no “colour” here; known: id, title, description, url, base, language, accent, sources, authors, paperFiles, offline, socialImages',
  ],
  [
    `${site}sources:\n  hf: true\n  arXiv: true\n`,
    siteConfigSchema,
    'line 7, sources: there is no “arXiv” here; known: hf, arxiv',
  ],
  [site.replace('Papers', '2025'), siteConfigSchema, 'line 1, title: a text, which needs quotes here'],
  [site.replace('title: Papers\n', ''), siteConfigSchema, 'title: it is missing: a text'],
  [site.replace('Papers', "''"), siteConfigSchema, 'line 1, title: it is empty'],
  [`${site}socialImages: none\n`, siteConfigSchema, 'line 5, socialImages: true or false, or a number'],
  [`${site}offline: no\n`, siteConfigSchema, 'line 5, offline: true or false'],
  [`${site}sources:\n  - hf\n`, siteConfigSchema, 'line 5, sources: lines “name: value”; known: hf, arxiv'],
  ['a.txt: { date: 2025-02-30 }\n', feedsConfigSchema, 'line 1, ["a.txt"].date: a date such as 2025-10-28'],
  [`${site}accent: '#123456'\n`, siteConfigSchema, 'line 5, accent: lines “name: value”; known: light, dark'],
  [
    'a-paper: { abstract: "Of $\\beta$." }\n',
    correctionsSchema,
    'line 1, ["a-paper"].abstract: a text in single quotes: double quotes change TeX such as \\beta',
  ],
  ['- a.txt\n', feedsConfigSchema, 'lines “name: value”'],
  ['a: b\nA: c\n', successorsSchema, 'line 2, A: a slug: the last part of an address'],
  [
    'a: /b/\n',
    successorsSchema,
    'line 1, a: a slug: the last part of an address, or an address such as https://example.org/, or nothing (null)',
  ],
  [
    'groups: []\ntopics:\n  - slug: a\n    name: A\n    group: b\n',
    taxonomySchema,
    'line 3, topics[0].description: it is missing: a text',
  ],
])('says in which line what is expected: %j', (text, schema, expected) => {
  expect(complaint(text, schema)).toBe(`does not have the expected form:\n  ${expected}`);
});

it('says how text is written that YAML takes for something else', () => {
  expect(complaint(site.replace('Papers', 'Papers: ours'), siteConfigSchema)).toBe(
    'is not valid YAML: Nested mappings are not allowed in compact mappings at line 1, column 8:\n\ntitle: Papers: ours\n       ^\nIndent by spaces, and put a text into quotes that has “: ” or “ #” in it or starts with a sign: into single ones, which take a backslash as it is.',
  );
});

it('takes TeX of several lines as it is', () => {
  expect(
    complaint(
      "a-paper:\n  title: 'Of $\\beta$'\n  abstract: |\n    Of\r\n    $\\frac12$\n",
      correctionsSchema,
    ),
  ).toBe('none');
});

it('refuses a file whose letters would be lost', () => {
  expect(complaint(Buffer.from(site.replace('Papers', 'Gröbner'), 'latin1'), siteConfigSchema)).toBe(
    'is not in UTF-8, so that letters of it would be lost. Save it as UTF-8.',
  );
});
