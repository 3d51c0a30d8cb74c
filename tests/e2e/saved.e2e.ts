import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { redirectPage } from '#views/redirect-page.ts';
import { expect, test } from './site-test.ts';

/** Slugs of papers of one day, in its order. */
const day = readSlugs();

function readSlugs(): string[] {
  const html = readFileSync(join(process.env['SITE_FOLDER']!, 'dates/2025-03-11/index.html'), 'utf8');
  return [...html.matchAll(/data-paper="([^"]+)"/g)].map(([, slug]) => slug!);
}

type Given = Partial<Record<'saved' | 'read' | 'hidden', readonly string[]>>;

/** The JSON form of marks, each given a minute before the one after it in its list. */
function marksOf(given: Given): string {
  const papers: Record<string, Record<string, string>> = {};
  for (const [kind, slugs] of Object.entries(given))
    slugs.forEach((slug, index) => {
      (papers[slug] ??= {})[kind] = new Date(Date.UTC(2025, 9, 28) - index * 60_000).toISOString();
    });
  return JSON.stringify({ version: 1, papers });
}

const keyOf = (baseURL: string): string => `paper-digest.marks ${new URL(baseURL).pathname}`;

/** Opens the page of saved papers with marks that were given before. */
async function open(page: Page, baseURL: string, given: Given): Promise<void> {
  await page.goto(new URL('about/', baseURL).href);
  await page.evaluate(([key, marks]) => localStorage.setItem(key!, marks!), [keyOf(baseURL), marksOf(given)]);
  await page.goto(new URL('saved/', baseURL).href);
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return readFileSync(await file.path(), 'utf8');
}

const cards = (page: Page) => page.locator('#saved-list .card');
const status = (page: Page) => page.locator('#saved-status');
const plainText = async (page: Page): Promise<string[]> =>
  (await download(page, 'Plain text')).trim().split('\n');

test('papers are saved, listed, exported and imported', async ({ page, baseURL, browser }) => {
  await page.goto(new URL('dates/2025-03-11/', baseURL).href);
  const titles = page.locator('.card-title');
  const save = page.locator('.card > .card-foot > .mark-saved');
  for (const index of [0, 2]) await save.nth(index).click();
  await expect(save.nth(2)).toHaveText('Saved');
  const first = await titles.first().innerText();
  await page.getByRole('link', { name: 'Saved', exact: true }).click();
  await expect(page.locator('#saved-list .card')).toHaveCount(2);
  await expect(page.locator('#saved-list')).toContainText(first);

  expect((await download(page, 'BibTeX')).match(/^@/gm)).toHaveLength(2);
  expect((await download(page, 'RIS')).match(/^TY {2}- /gm)).toHaveLength(2);
  expect(JSON.parse(await download(page, 'CSL-JSON'))).toHaveLength(2);
  expect(await plainText(page)).toHaveLength(2);
  const marks = await download(page, 'Export as JSON');

  const elsewhere = await browser.newPage();
  await elsewhere.goto(new URL('saved/', baseURL).href);
  await expect(elsewhere.locator('#nothing-saved')).toBeVisible();
  await elsewhere.locator('#import').setInputFiles({
    name: 'marks.json',
    mimeType: 'application/json',
    buffer: Buffer.from(marks),
  });
  await expect(elsewhere.locator('#saved-list .card')).toHaveCount(2);
  await elsewhere.close();
});

test('a file that is no list of marks changes nothing, and says so', async ({ page, baseURL }) => {
  await page.goto(new URL('saved/', baseURL).href);
  await page
    .locator('#import')
    .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
  await expect(page.locator('#import-status')).toContainText('notes.txt has no marks in it');
});

test('the list, its count and its exports follow the marks, also of another tab', async ({
  page,
  baseURL,
  context,
}) => {
  await open(page, baseURL!, { saved: day.slice(0, 3) });
  await expect(status(page)).toHaveText('3 papers');
  await cards(page).nth(1).getByRole('button', { name: 'Saved' }).click();
  await expect(status(page)).toHaveText('2 papers');
  await expect(cards(page)).toHaveCount(2);
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  expect(await plainText(page)).toHaveLength(2);
  await undo.press('Enter');
  await expect(cards(page).nth(1).locator('.card-title a')).toBeFocused();
  await expect(cards(page).nth(1)).toHaveAttribute('data-paper', day[1]!);
  expect(await plainText(page)).toHaveLength(3);

  const other = await context.newPage();
  await other.goto(new URL(`papers/${day[5]}/`, baseURL).href);
  await other.locator('.actions .mark-saved').click();
  await expect(status(page)).toHaveText('4 papers');
  await expect(cards(page).first()).toHaveAttribute('data-paper', day[5]!);
  expect(await plainText(page)).toHaveLength(4);
  await other.evaluate(() => localStorage.clear());
  await expect(page.locator('#nothing-saved')).toBeVisible();
  await expect(status(page)).toHaveText('');
  await expect(page.getByRole('button', { name: 'BibTeX' })).toBeDisabled();
});

test('papers are shown as they come, and exported when all are there', async ({ page, baseURL }) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(`**/papers/${day[1]}/`, async (route) => {
    await held;
    await route.continue();
  });
  await open(page, baseURL!, { saved: day.slice(0, 3) });
  await expect(cards(page)).toHaveCount(2);
  await expect(status(page)).toHaveText('3 papers, loading…');
  await expect(page.locator('#nothing-saved')).toBeHidden();
  const bibtex = page.getByRole('button', { name: 'BibTeX' });
  await expect(bibtex).toBeDisabled();
  release();
  await expect(bibtex).toBeEnabled();
  await expect(cards(page).nth(1)).toHaveAttribute('data-paper', day[1]!);
});

test('papers are read from their pages once, and are then there without them', async ({ page, baseURL }) => {
  await open(page, baseURL!, { saved: day.slice(0, 3), read: day.slice(4, 5) });
  await expect(status(page)).toHaveText('3 papers');
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await expect(cards(page)).toHaveCount(3);
  expect(await plainText(page)).toHaveLength(3);
  expect(asked.filter((url) => url.includes('/papers/'))).toEqual([]);
});

test.describe('a paper that is gone', () => {
  test.use({ allowedErrors: /status of 404/ });

  test('is named, counted, and can be removed', async ({ page, baseURL }) => {
    await open(page, baseURL!, { saved: [day[0]!, 'no-such-paper'] });
    await expect(status(page)).toHaveText('2 papers, 1 of them not to be reached');
    expect(await plainText(page)).toHaveLength(1);
    const row = page.locator('#saved-unreached [data-paper]');
    await expect(row).toContainText('no such paper');
    await row.getByRole('button', { name: 'Remove' }).click();
    await expect(status(page)).toHaveText('1 paper');
  });
});

test('a paper that is saved and hidden is listed and exported', async ({ page, baseURL }) => {
  await open(page, baseURL!, { saved: day.slice(0, 2), hidden: day.slice(0, 1) });
  await expect(status(page)).toHaveText('2 papers');
  await expect(cards(page).first()).toBeVisible();
  await expect(cards(page)).toHaveCount(2);
  expect(await plainText(page)).toHaveLength(2);
  await expect(page.locator('.hidden-note')).toHaveCount(0);
  await expect(page.getByRole('link', { name: '1 hidden' })).toBeVisible();
  await expect(page.locator('a[href="#read-papers"]')).toBeHidden();
});

test('hidden and read papers are found again', async ({ page, baseURL }) => {
  await open(page, baseURL!, { hidden: day.slice(0, 2), read: day.slice(2, 4) });
  await page.getByRole('link', { name: '2 hidden' }).click();
  const hidden = page.locator('#hidden-papers [data-paper]');
  await expect(hidden).toHaveCount(2);
  await expect(hidden.first().locator('a')).toHaveText(/[A-Z]/);
  const title = await hidden.first().locator('a').innerText();
  await hidden.first().getByRole('button', { name: 'Show again' }).click();
  await expect(hidden).toHaveCount(1);
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await undo.click();
  await expect(hidden.first().locator('a')).toHaveText(title);
  await expect(hidden.first().locator('a')).toBeFocused();
  for (const left of [1, 0]) {
    await hidden.first().getByRole('button', { name: 'Show again' }).click();
    await expect(hidden).toHaveCount(left);
  }
  await expect(undo).toBeFocused();

  await page.getByText('Read papers').click();
  await page.locator('#read-papers').getByRole('button', { name: 'Mark as unread' }).first().click();
  await expect(page.locator('#read-papers .count')).toHaveText('1');
});

test('thousands of read papers are shown some at a time', async ({ page, baseURL }) => {
  await page.route('**/papers/old-*/', (route) => route.fulfill({ body: '<p>Nothing' }));
  await open(page, baseURL!, { read: Array.from({ length: 2000 }, (_, index) => `old-${index}`) });
  await page.getByRole('link', { name: '2,000 read' }).click();
  const rows = page.locator('#read-papers [data-paper]');
  await expect(rows).toHaveCount(50);
  await page.getByRole('button', { name: 'Show 50 more' }).click();
  await expect(rows).toHaveCount(100);
  await expect(rows.nth(50).locator('a')).toBeFocused();
});

test('an import says what came in', async ({ page, baseURL }) => {
  await page.goto(new URL('saved/', baseURL).href);
  const report = page.locator('#import-status');
  const bring = (text: string) =>
    page
      .locator('#import')
      .setInputFiles({ name: 'marks.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const marks = marksOf({ read: day.slice(0, 2), hidden: day.slice(2, 3) });
  await bring(marks.replace('"papers":{', '"papers":{"odd":{"saved":"2025-99-99T99:99:99Z"},"none":7,'));
  await expect(report).toHaveText('3 marks added: 2 read, 1 hidden. 2 entries not understood.');
  await expect(page.getByRole('link', { name: '1 hidden' })).toBeVisible();
  await bring(marks);
  await expect(report).toHaveText('No mark added. 3 were here already.');
  await bring(marks.replace('"version":1', '"version":2'));
  await expect(report).toContainText('marks.json is of version 2');
});

test('a saved paper whose address has changed is found at its new one', async ({ page, baseURL }) => {
  const { pathname, href } = new URL(`papers/${day[0]}/`, baseURL);
  await page.route('**/papers/its-former-title/', (route) =>
    route.fulfill({ contentType: 'text/html', body: redirectPage(pathname, href) }),
  );
  await open(page, baseURL!, { saved: ['its-former-title'] });
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page).locator('.card-title a')).toHaveAttribute('href', /\/papers\/its-former-title\/$/);
  expect(await plainText(page)).toHaveLength(1);
});

test('a reader is told when the browser does not keep a mark', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(baseURL!);
  const note = page.getByRole('alert');
  await expect(note).toHaveCount(0);
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(note).toContainText('lost when you leave');
  await expect(note).toBeInViewport();
  await note.getByRole('button', { name: 'Close' }).click();
  await expect(note).toHaveCount(0);
});
