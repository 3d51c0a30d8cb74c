import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkPages } from '../../../scripts/check/check-pages.ts';
import { openSite } from '../../../scripts/check/site-folder.ts';

it.each([
  ['/lab/#top', []],
  ['/lab/#caf%C3%A9', []],
  ['/lab/#50%', ['This page links to index.html#50%, which the site does not have.']],
])('follows a link to %s', (address, texts) => {
  const root = mkdtempSync(join(tmpdir(), 'digest-pages-'));
  const page = [
    '<html><head><link rel="canonical" href="https://a.org/lab/">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"></head>',
    `<body><p id="top"><i id="café"></i><a href="${address}">x</a></p></body></html>`,
  ];
  writeFileSync(join(root, 'index.html'), page.join(''));
  const { findings, links } = checkPages(openSite(root));
  expect(findings.map(({ text }) => text)).toEqual(texts);
  expect(links).toBe(2);
  rmSync(root, { recursive: true });
});
