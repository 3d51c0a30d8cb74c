import { readFileSync } from 'node:fs';
import { expect, test } from './site-test.ts';

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

  const download = async (name: string): Promise<string> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    return readFileSync(await file.path(), 'utf8');
  };
  expect((await download('BibTeX')).match(/^@/gm)).toHaveLength(2);
  expect((await download('RIS')).match(/^TY {2}- /gm)).toHaveLength(2);
  expect(JSON.parse(await download('CSL-JSON'))).toHaveLength(2);
  expect((await download('Plain text')).trim().split('\n')).toHaveLength(2);
  const marks = await download('Export as JSON');

  const elsewhere = await browser.newPage();
  await elsewhere.goto(new URL('saved/', baseURL).href);
  await expect(elsewhere.locator('#saved-list')).toContainText('Nothing is saved yet');
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
  await expect(page.locator('#saved-status')).toContainText('notes.txt has no marks in it');
});

test('a hidden paper leaves the list until it is asked for', async ({ page, baseURL }) => {
  await page.goto(new URL('dates/2025-03-11/', baseURL).href);
  const card = page.locator('.card').first();
  await card.locator('.card-abstract > summary').click();
  await card.getByRole('button', { name: 'Hide' }).click();
  await expect(card).toBeHidden();
  await page.reload();
  await expect(card).toBeHidden();
  await page.getByText('1 hidden paper').getByRole('button', { name: 'Show' }).click();
  await expect(card).toBeVisible();
});

test('keys move, mark, lead and help, but not while typing or when switched off', async ({
  page,
  baseURL,
}) => {
  await page.goto(new URL('dates/2025-03-11/', baseURL).href);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(page.locator('.card').first().locator('.card-title a')).toBeFocused();
  await page.keyboard.press('s');
  await expect(page.locator('.card').first()).toHaveClass(/is-saved/);
  await page.keyboard.press('r');
  await expect(page.locator('.card').first()).toHaveClass(/is-read/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('jog?');
  await expect(page.locator('#search')).toHaveValue('jog?');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.locator('#display summary').click();
  await page.getByRole('group', { name: 'Keys' }).getByLabel('Off').check();
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.reload();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page).toHaveURL(/2025-03-11/);
});

test('display choices hold from page to page', async ({ page, baseURL }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(baseURL!);
  const size = () =>
    page
      .locator('.card-title')
      .nth(1)
      .evaluate((title) => parseFloat(getComputedStyle(title).fontSize));
  const before = await size();
  await page.locator('#display summary').click();
  await page.getByLabel('Dark').check();
  await page.getByLabel('Large').check();
  expect(await size()).toBeGreaterThan(before);
  await page.goto(new URL('dates/2025-03-11/', baseURL).href);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByLabel('Dark')).toBeChecked();
  expect(await size()).toBeGreaterThan(before);
});

test('days since the last visit are marked as new', async ({ page, baseURL }) => {
  const base = new URL(baseURL!).pathname;
  await page.addInitScript(
    ([key]) =>
      localStorage.setItem(key!, JSON.stringify({ previous: null, current: '2025-03-17', openedAt: 0 })),
    [`paper-digest.visits ${base}`],
  );
  await page.goto(baseURL!);
  await expect(page.locator('.rail [data-day="2025-05-08"]')).toContainText('new');
  await expect(page.locator('.rail [data-day="2025-03-17"]')).not.toContainText('new');
});

test('links, titles and references are copied', async ({ page, baseURL, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(new URL('papers/convergent-graph-solvers/', baseURL).href);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(copied).toContain('/papers/convergent-graph-solvers/');
  await page.getByRole('button', { name: 'Copy title' }).click();
  await expect.poll(copied).toBe('Convergent Graph Solvers');
  await page.getByText('BibTeX', { exact: true }).click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(copied).toContain('@misc{');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing shows that would not work', async ({ page, baseURL }) => {
    await page.goto(new URL('papers/convergent-graph-solvers/', baseURL).href);
    for (const name of ['Save', 'Copy link']) await expect(page.getByRole('button', { name })).toHaveCount(0);
    await expect(page.getByText('Display')).toBeHidden();
    await expect(page.getByRole('link', { name: 'Saved' })).toBeHidden();
  });
});
