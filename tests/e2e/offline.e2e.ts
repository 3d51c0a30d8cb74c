import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { siteFilesIn } from '../../scripts/build/site-files.ts';
import { writeServiceWorker } from '../../scripts/build/write-service-worker.ts';
import { serve } from '../../scripts/serve.ts';
import { expect, test as siteTest } from './site-test.ts';

const digest = 'dates/2025-03-11/';
const paper = 'papers/accelerated-infeasibility-detection-of-constrained-optimization-and-fixed-point/';
const otherPaper = 'papers/light-schrodinger-bridge/';

const test = siteTest.extend({
  serviceWorkers: 'allow',
  // What cannot be had offline is also reported to the console.
  allowedErrors: /Failed to load resource|ERR_INTERNET_DISCONNECTED/,
});

/** A test with a copy of the built site that it may change, in `folder`. */
const testOfCopy = test.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const built = process.env['SITE_FOLDER']!;
    const folder = mkdtempSync(`${built}-copy-`);
    cpSync(built, folder, { recursive: true });
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ folder }, use) => {
    const { server, url } = await serve(folder);
    await use(url);
    server.closeAllConnections();
    server.close();
  },
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Opens a site, and waits until its worker answers for its pages. */
async function openWithWorker(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** The heading of the page that the caches have for a path, or null. A worker's update takes its time. */
const cached = (page: Page, path: string) =>
  expect.poll(
    () =>
      page.evaluate(async (wanted) => {
        const html = await (await caches.match(wanted))?.text();
        if (html === undefined) return null;
        return new DOMParser().parseFromString(html, 'text/html').querySelector('h1')?.textContent;
      }, path),
    { timeout: 30_000 },
  );

/**
 * Waits first until the open page loads nothing more, since that would fail. Playwright at times never calls a page
 * idle that a worker took over while it loaded, so the wait has an end.
 */
async function goOffline(page: Page, context: BrowserContext): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => {});
  await context.setOffline(true);
}

for (const based of [false, true])
  test.describe(based ? 'with a base path' : 'at the root of a host', () => {
    test.use({ based });

    test('recent digests and visited papers are there without a connection, with their mathematics', async ({
      page,
      baseURL,
      context,
    }) => {
      await openWithWorker(page, baseURL!);
      await page.goto(new URL(paper, baseURL).href);
      await cached(page, new URL(paper, baseURL).pathname).not.toBeNull();
      await goOffline(page, context);
      await page.goto(new URL(digest, baseURL).href);
      await expect(heading(page)).toContainText('11 March 2025');
      await page.goto(new URL(paper, baseURL).href);
      await expect(page.locator('.katex-html').first()).toBeVisible();
      const fonts = await page.evaluate(async () => {
        await document.fonts.ready;
        return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
      });
      expect(fonts.join()).toContain('KaTeX_Math');
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
        'rgb(252, 251, 248)',
      );
    });

    test('a page that is not kept says so, and what can be read', async ({ page, baseURL, context }) => {
      await openWithWorker(page, baseURL!);
      await page.goto(new URL(paper, baseURL).href);
      await cached(page, new URL(paper, baseURL).pathname).not.toBeNull();
      await goOffline(page, context);
      await page.goto(new URL(otherPaper, baseURL).href);
      await expect(page.getByRole('status')).toContainText('not on this device');
      await expect(page.locator('#readable-digests a').first()).toBeVisible();
      const visited = page.locator('#readable-visited a').first();
      await expect(visited).toContainText('Accelerated Infeasibility Detection');
      await visited.click();
      await expect(heading(page)).toContainText('Accelerated Infeasibility Detection');
      await page.goto(new URL(otherPaper, baseURL).href);
      await context.setOffline(false);
      await expect(heading(page)).toContainText('Light Schr');
    });

    test('a saved paper is kept, without having been opened', async ({ page, baseURL, context }) => {
      await openWithWorker(page, new URL(digest, baseURL).href);
      const card = page.locator('[data-paper]').first();
      const slug = await card.getAttribute('data-paper');
      await card.locator('button[data-mark="saved"]').first().click();
      await cached(page, new URL(`papers/${slug}/`, baseURL).pathname).not.toBeNull();
      await goOffline(page, context);
      await page.goto(new URL(`papers/${slug}/`, baseURL).href);
      await expect(page.locator('article.paper')).toHaveAttribute('data-paper', slug!);
      await page.goto(new URL('saved/', baseURL).href);
      await expect(page.locator('#saved-list .card-title')).toHaveCount(1);
    });

    test('a search that was made before is answered again', async ({ page, baseURL, context }) => {
      await openWithWorker(page, baseURL!);
      const search = new URL('search/?q=kernel+', baseURL).href;
      const first = page.locator('[data-search="results"] .card-title a').first();
      await page.goto(search);
      const title = await first.innerText();
      await goOffline(page, context);
      await page.goto(search);
      await expect(first).toHaveText(title);
      await page.goto(new URL('search/?q=zzzunheardof', baseURL).href);
      await expect(page.getByRole('alert')).toContainText('You are offline');
    });
  });

testOfCopy(
  'a new build is shown at once, and its worker takes over',
  async ({ page, folder, baseURL, context }) => {
    const url = baseURL!;
    await openWithWorker(page, url);
    for (const path of ['', digest]) {
      const file = join(folder, path, 'index.html');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/<h1[^>]*>/, '$&A new build. '));
    }
    await writeServiceWorker({ base: '/', offline: true }, siteFilesIn(folder), folder);
    await page.goto(url);
    await expect(heading(page)).toContainText('A new build.');
    // The digest was not opened: only the new worker can have fetched it.
    await cached(page, `/${digest}`).toContain('A new build.');
    await goOffline(page, context);
    await page.goto(new URL(digest, url).href);
    await expect(heading(page)).toContainText('A new build.');
  },
);

testOfCopy('what a new build no longer has is let go', async ({ page, folder, baseURL }) => {
  const url = baseURL!;
  await openWithWorker(page, url);
  await cached(page, `/${digest}`).toContain('11 March 2025');
  rmSync(join(folder, digest), { recursive: true });
  await writeServiceWorker({ base: '/', offline: true }, siteFilesIn(folder), folder);
  await page.goto(url);
  await cached(page, `/${digest}`).toBeNull();
});

testOfCopy('a site that is no longer kept offline frees its readers', async ({ page, folder, baseURL }) => {
  const url = baseURL!;
  await openWithWorker(page, url);
  await writeServiceWorker({ base: '/', offline: false }, siteFilesIn(folder), folder);
  await page.goto(url);
  const kept = () =>
    page.evaluate(
      async () => [await navigator.serviceWorker.getRegistrations(), await caches.keys()].flat().length,
    );
  await expect.poll(kept, { timeout: 30_000 }).toBe(0);
});
