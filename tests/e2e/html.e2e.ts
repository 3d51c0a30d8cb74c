import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, test } from '@playwright/test';

/** Rules of the standard; those of mere style are left out. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'long-title': 'off', 'no-inline-style': 'error' },
});

const folder = process.env['SITE_FOLDER']!;
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.html') && !file.endsWith('email.html'),
);

test('every page is valid HTML', async () => {
  test.setTimeout(300_000);
  expect(pages.length).toBeGreaterThan(450);
  const complaints: string[] = [];
  for (const page of pages) {
    const report = await validator.validateString(readFileSync(join(folder, page), 'utf8'));
    for (const { messages } of report.results)
      for (const { ruleId, line, column, message } of messages)
        complaints.push(`${page}:${line}:${column} ${ruleId}: ${message}`);
  }
  expect(complaints.slice(0, 20)).toEqual([]);
});

test('every page with formulas, also in titles of other papers, has their style sheet', () => {
  const withFormulas = pages.filter((page) => /class="katex/.test(readFileSync(join(folder, page), 'utf8')));
  const unstyled = withFormulas.filter(
    (page) => !readFileSync(join(folder, page), 'utf8').includes('math.css'),
  );
  expect(withFormulas.length).toBeGreaterThan(100);
  expect(unstyled).toEqual([]);
});
