import { expect, test } from './site-test.ts';

test('a hidden paper leaves the list until it is asked for', async ({ page, baseURL }) => {
  await page.goto(new URL('dates/2025-03-11/', baseURL).href);
  const card = page.locator('.card').first();
  await card.hover();
  await card.getByRole('button', { name: 'Hide' }).click();
  await expect(card).toBeHidden();
  await page.reload();
  await expect(card).toBeHidden();
  const note = page.getByText('1 hidden paper');
  await note.getByRole('button', { name: 'Show' }).click();
  await expect(card).toBeVisible();
  const again = note.getByRole('button', { name: 'Hide again' });
  await expect(again).toBeFocused();
  await again.click();
  await expect(card).toBeHidden();
  await expect(note.getByRole('button', { name: 'Show' })).toBeFocused();
});

test('hiding can be undone at its place, is announced, and keeps the focus', async ({ page, baseURL }) => {
  await page.goto(new URL('dates/2025-03-11/', baseURL).href);
  const cards = page.locator('main .card');
  const undo = page.getByRole('button', { name: 'Undo' });
  const count = await cards.count();
  const hide = async (index: number): Promise<void> => {
    await cards.nth(index).hover();
    await cards.nth(index).getByRole('button', { name: 'Hide' }).click();
  };
  await hide(1);
  await expect(undo).toBeFocused();
  await expect(page.locator('main > [aria-live]')).toContainText('Hidden: ');
  await hide(3);
  await expect(undo).toHaveCount(1);
  expect(await page.locator('.cards > li').nth(4).getAttribute('class')).toBe('undo');
  await undo.press('Enter');
  await expect(cards.nth(3).locator('.card-title a')).toBeFocused();
  await expect(undo).toHaveCount(0);
  await expect(cards.nth(1)).toBeHidden();

  await page.keyboard.press('x');
  await expect(cards.nth(4).locator('.card-title a')).toBeFocused();
  await page.keyboard.press('k');
  await expect(cards.nth(2).locator('.card-title a')).toBeFocused();
  await cards
    .nth(count - 1)
    .locator('.card-title a')
    .focus();
  await page.keyboard.press('x');
  await expect(undo).toBeFocused();
  await page.keyboard.press('j');
  await expect(undo).toBeFocused();
  await page.keyboard.press('k');
  await expect(cards.nth(count - 2).locator('.card-title a')).toBeFocused();
});

test('on a phone, cards can be marked without being opened', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(new URL('dates/2025-03-11/', baseURL).href);
  const card = page.locator('.card').first();
  await card.getByRole('button', { name: 'Mark as read' }).click();
  await expect(card).toHaveClass(/is-read/);
  await card.getByRole('button', { name: 'Hide' }).click();
  await expect(card).toBeHidden();
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
