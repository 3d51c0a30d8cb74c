import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mathFontFolder } from '#site/math-fonts.ts';
import { offlinePlan } from '../../../scripts/build/offline-plan.ts';
import { siteFilesIn } from '../../../scripts/build/site-files.ts';
import { writeServiceWorker } from '../../../scripts/build/write-service-worker.ts';

const days = [
  '2025-01-01',
  '2025-01-02',
  '2025-01-03',
  '2025-01-06',
  '2025-01-07',
  '2025-01-08',
  '2025-01-09',
  '2025-01-10',
];
let out: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
}

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'offline-'));
  for (const page of ['', 'offline/', 'dates/', 'dates/2025-01/', 'dates/2025-01-10/2/', 'papers/a/'])
    write(`${page}index.html`, page);
  for (const day of days) write(`dates/${day}/index.html`, `<span class="katex">${day}</span>`);
  for (const file of [
    'site.css',
    'math.css',
    'theme.js',
    'favicon.svg',
    'manifest.webmanifest',
    '_astro/Page.1.css',
    '_astro/a.2.js',
  ])
    write(file, file);
  for (const font of ['x-latin-wght-normal.5', 'x-greek-wght-normal.6']) write(`_astro/${font}.woff2`, '');
});
afterAll(() => rmSync(out, { recursive: true }));

describe('offlinePlan', () => {
  it('takes the shell and the seven latest digests with all their pages', () => {
    expect(offlinePlan('/d/', siteFilesIn(out))).toMatchObject({
      base: '/d/',
      files: [
        '_astro/Page.1.css',
        '_astro/a.2.js',
        '_astro/x-latin-wght-normal.5.woff2',
        `${mathFontFolder}KaTeX_Main-Regular.woff2`,
      ].map((file) => `/d/${file}`),
      pages: [
        '',
        'dates/',
        ...days
          .slice(1)
          .flatMap((day) => [`dates/${day}/`, ...(day === '2025-01-10' ? [`dates/${day}/2/`] : [])]),
        'favicon.svg',
        'manifest.webmanifest',
        'math.css',
        'offline/',
        'site.css',
        'theme.js',
      ].map((page) => `/d/${page}`),
    });
  });

  it('has another version when, and only when, something of it changes', () => {
    const { version } = offlinePlan('/d/', siteFilesIn(out));
    write('papers/a/index.html', 'changed');
    expect(offlinePlan('/d/', siteFilesIn(out)).version).toBe(version);
    write('site.css', 'changed');
    expect(offlinePlan('/d/', siteFilesIn(out)).version).not.toBe(version);
  });
});

describe('writeServiceWorker', () => {
  const worker = async (offline: boolean) => {
    await writeServiceWorker({ base: '/d/', offline }, siteFilesIn(out), out);
    return readFileSync(join(out, 'sw.js'), 'utf8');
  };

  it('writes the same worker for the same site', async () => {
    const first = await worker(true);
    expect(first).toContain('addEventListener(`fetch`');
    expect(await worker(true)).toBe(first);
  });

  it('writes one that only clears and goes where a site is not kept offline', async () => {
    const code = await worker(false);
    expect(code).toContain('unregister()');
    expect(code).not.toContain('fetch');
  });
});
