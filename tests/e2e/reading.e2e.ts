import type { Page } from '@playwright/test';
import { pageTypes } from '../../scripts/page-types.ts';
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

const bars = (page: Page) => page.locator('meta[name="theme-color"]');

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
  await expect(bars(page)).toHaveAttribute('content', 'rgb(25, 24, 22)');
  await expect(page.getByLabel('Dark')).toBeChecked();
  expect(await size()).toBeGreaterThan(before);
});

test('a choice of display leaves those of other tabs, which follow it', async ({
  page,
  baseURL,
  context,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(baseURL!);
  const other = await context.newPage();
  await other.goto(new URL('dates/', baseURL).href);
  await page.locator('#display summary').click();
  await page.getByLabel('Dark').check();
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await other.locator('#display summary').click();
  await expect(other.getByLabel('Dark')).toBeChecked();
  await other.getByLabel('Large').check();
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
  await other.getByLabel('System').check();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', /./);
  await expect(bars(page)).toHaveAttribute('content', 'rgb(252, 251, 248)');
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
});

test('a page that is come back to shows the choices made since', async ({ page, baseURL }) => {
  await page.goto(baseURL!);
  await page.getByRole('link', { name: 'Dates', exact: true }).click();
  await page.locator('#display summary').click();
  await page.getByLabel('Dark').check();
  await page.goBack();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.locator('#display summary').click();
  await expect(page.getByLabel('Dark')).toBeChecked();
});

test.describe('since the last visit', () => {
  test.beforeEach(async ({ page, baseURL }) => {
    await page.clock.install();
    await page.addInitScript(
      (key) => {
        localStorage[key] ??= JSON.stringify({ previous: null, current: '2025-03-17', openedAt: 0 });
      },
      `paper-digest.visits ${new URL(baseURL!).pathname}`,
    );
  });

  test('days and papers are marked as new wherever they are listed', async ({ page, baseURL }) => {
    await page.goto(baseURL!);
    await expect(page.locator('.rail [data-day="2025-05-08"]')).toContainText('new');
    await expect(page.locator('.rail [data-day="2025-03-17"]')).not.toContainText('new');
    await expect(page.locator('.card .new')).toHaveCount(0);
    for (const path of [
      'dates/',
      'dates/2025-05/',
      'topics/optimization/',
      'top/',
      'code/',
      'search/?q=diffusion',
    ]) {
      await page.goto(new URL(path, baseURL).href);
      await expect(page.locator('main .new').first(), path).toBeAttached();
      await expect(page.locator('[data-day^="2025-03"] .new'), path).toHaveCount(0);
      const unmarked = page.locator(
        '[data-day^="2025-1"]:not(:has(.new)), [data-day^="2025-05"]:not(:has(.new))',
      );
      await expect(unmarked, path).toHaveCount(0);
    }
  });

  test('reading papers keeps the visit, a longer absence ends it', async ({ page, baseURL }) => {
    const markedDay = page.locator('.rail [data-day="2025-05-08"] .new');
    await page.goto(baseURL!);
    for (const minutes of ['20:00', '20:00']) {
      await page.clock.fastForward(minutes);
      await page.goto(new URL('papers/convergent-graph-solvers/', baseURL).href);
    }
    await page.clock.fastForward('20:00');
    await page.goto(baseURL!);
    await expect(markedDay).toBeVisible();
    // A page that stays in sight is being read.
    await page.clock.fastForward('45:00');
    await page.goto(new URL('papers/convergent-graph-solvers/', baseURL).href);
    await page.goto(baseURL!);
    await expect(markedDay).toBeVisible();
    await page.goto(new URL('robots.txt', baseURL).href);
    await page.clock.fastForward('45:00');
    await page.goto(baseURL!);
    await expect(markedDay).toHaveCount(0);
  });
});

test('a copied selection has each formula once', async ({ page, baseURL, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(new URL(pageTypes['paper with formulas']!, baseURL).href);
  const before = await page.locator('.restored').innerHTML();
  const copy = async (select: () => void): Promise<{ plain: string; html: string }> => {
    await page.evaluate(select);
    await page.keyboard.press('Control+c');
    return page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item!.getType(type)).text();
      return { plain: await read('text/plain'), html: await read('text/html') };
    });
  };
  const all = await copy(() => getSelection()!.selectAllChildren(document.querySelector('.paper')!));
  expect(all.plain).toContain('iteration achieves a $O(1/k^2)$ and $O(1/k)$ rates, respectively, on the');
  expect(all.plain.match(/As first-order optimization methods become/g)).toHaveLength(1);
  expect(all.html).toContain('<msup><mi>k</mi><mn>2</mn></msup>');
  expect(all.html).not.toMatch(/katex-html|annotation|@misc|data-unseen/);
  expect(all.html.match(/As first-order optimization methods become/g)).toHaveLength(1);

  const part = await copy(() => {
    const [first, second] = document.querySelectorAll('.restored .katex-html');
    getSelection()!.setBaseAndExtent(first!.querySelector('.mopen')!, 0, second!.querySelector('.mopen')!, 0);
  });
  expect(part.plain).toBe('$O(1/k^2)$ and $O(1/k)$');
  expect(await page.locator('.restored').innerHTML()).toBe(before);

  const plain = await copy(() => getSelection()!.selectAllChildren(document.querySelector('.paper h1')!));
  expect(plain.plain).toMatch(/^Accelerated Infeasibility Detection/);
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

test('keys turn to the day before, and through the papers of a digest', async ({ page, baseURL }) => {
  /** Keys do nothing before the scripts of a page have run. */
  const isAt = async (address: string | RegExp) => {
    await expect(page).toHaveURL(address);
    await page.waitForLoadState();
  };
  await page.goto(new URL('dates/2025-10-28/', baseURL).href);
  await page.keyboard.press('p');
  await isAt(/2025-05-08/);
  await page.keyboard.press('n');
  await isAt(/2025-10-28/);
  await page.locator('.card-title a:visible').first().click();
  const next = page.locator('.neighbours [rel="next"]');
  const address = await next.getAttribute('href');
  await page.waitForLoadState();
  await page.keyboard.press('n');
  await isAt(new URL(address!, baseURL).href);
});

test('what is to press in a card is described by its title', async ({ page, baseURL }) => {
  await page.goto(new URL('dates/2025-10-28/', baseURL).href);
  const card = page.locator('.card:not(.repeat)').nth(1);
  const title = await card.locator('.card-title').innerText();
  await expect(card.getByRole('button', { name: 'Save' })).toHaveAccessibleDescription(
    title.replace(/\s+/g, ' '),
  );
});

for (const [place, address, nth] of [
  ['a day', 'dates/2025-10-28/', 4],
  ['search', 'search/?q=diffusion', 2],
] as const)
  test(`back from a paper that was opened by keyboard, its card in ${place} has the focus`, async ({
    page,
    baseURL,
  }) => {
    await page.goto(new URL(address, baseURL).href);
    const link = page.locator('.card-title a:visible').nth(nth);
    const title = await link.innerText();
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await page.goBack();
    await expect(page.locator(':focus')).toHaveText(title);
  });

test('the front page tells of an overdue digest, in room that was there before', async ({
  page,
  baseURL,
}) => {
  const topOfList = () => page.locator('.cards').evaluate((list) => list.getBoundingClientRect().top);
  await page.clock.setFixedTime('2025-10-30T12:00:00');
  await page.goto(baseURL!);
  await expect(page.locator('.stale')).toBeHidden();
  const top = await topOfList();
  await page.clock.setFixedTime('2026-10-28T12:00:00');
  await page.reload();
  await expect(page.locator('.stale')).toHaveText('Nothing newer for 365 days. Status');
  expect(await topOfList()).toBe(top);
  await page.getByRole('link', { name: 'Status' }).first().click();
  await expect(page.locator('#age')).toHaveText('Newest digest: 365 days ago.');
});

test('a phone loads what keys do when one is pressed or the keys are asked for', async ({
  browser,
  baseURL,
}) => {
  const home = new URL('dates/2025-03-11/', baseURL).href;
  for (const ask of ['j', 'button'] as const) {
    const context = await browser.newContext({ isMobile: true, hasTouch: true });
    const page = await context.newPage();
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    await page.goto(home, { waitUntil: 'networkidle' });
    expect(scripts.filter((url) => url.includes('keyboard'))).toEqual([]);
    if (ask === 'j') {
      await page.keyboard.press('j');
      await expect(page.locator('.card').first().locator('.card-title a')).toBeFocused();
    } else {
      await page
        .locator('[data-opens="keys"]')
        .first()
        .evaluate((button: HTMLElement) => button.click());
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    }
    expect(scripts.filter((url) => url.includes('keyboard'))).toHaveLength(1);
    await context.close();
  }
});
