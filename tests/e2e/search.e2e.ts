import type { Page } from '@playwright/test';
import { expect, test } from './site-test.ts';

const titles = (page: Page) => page.locator('[data-search="results"] .card-title a');
const status = (page: Page) => page.locator('[data-search="status"]');
const field = (page: Page) => page.getByRole('searchbox', { name: /Search [\d,]+ papers/ });

async function openSearch(page: Page, baseURL: string | undefined, q = ''): Promise<void> {
  await page.goto(new URL(q === '' ? 'search/' : `search/?${new URLSearchParams({ q })}`, baseURL).href);
}

test('a reader types, sees results while typing, and opens one', async ({ page, baseURL }) => {
  await openSearch(page, baseURL);
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('neural tangent kern');
  await expect(titles(page).first()).toHaveText(
    'Neural Tangent Kernel: Convergence and Generalization in Neural Networks',
  );
  await expect(page).toHaveURL(/\?q=neural\+tangent\+kern$/);
  await titles(page).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Neural Tangent Kernel');
  await page.goBack();
  await expect(field(page)).toHaveValue('neural tangent kern');
  await expect(titles(page).first()).toContainText('Neural Tangent Kernel');
});

test('back from a result, the list stands where it was left, also when it is made anew', async ({
  page,
  baseURL,
}) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await openSearch(page, baseURL, 'diffusion');
  await titles(page).nth(8).scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  expect(left).toBeGreaterThan(700);
  await titles(page).nth(8).click();
  await expect(page.locator('article.paper')).toBeVisible();
  await page.goBack();
  await expect(titles(page)).toHaveCount(10);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);
});

test('the title names the query, for tabs, bookmarks and the history', async ({ page, baseURL }) => {
  await openSearch(page, baseURL);
  const plain = await page.title();
  await field(page).fill('bandits');
  await expect(page).toHaveTitle(`bandits · ${plain}`);
  await field(page).fill(' ');
  await expect(page).toHaveTitle(plain);
});

test.describe('at the address of another site for a paper', () => {
  test.use({ allowedErrors: /status of 404/ });

  test('the page that is not there offers to search for its arXiv id', async ({ page, baseURL }) => {
    await page.goto(new URL('abs/1806.07572v4', baseURL).href);
    await expect(page.getByRole('searchbox', { name: 'Words of the title' })).toHaveValue('1806.07572');
  });
});

test('the field of every page leads to the results', async ({ page, baseURL }) => {
  await page.goto(baseURL!);
  await page.getByRole('searchbox').fill('bandits');
  await page.getByRole('searchbox').press('Enter');
  await expect(status(page)).toContainText('papers');
  await expect(field(page)).toHaveValue('bandits');
});

test('a typo is forgiven, and said', async ({ page, baseURL }) => {
  await openSearch(page, baseURL, 'difusion models');
  await expect(status(page)).toContainText('“difusion” is rare or unknown here; also searched: diffusion.');
  await expect(titles(page).first()).toContainText('Diffusion Models');
  await expect(titles(page).first().locator('mark')).toHaveText(['Diffusion', 'Models']);
});

test('phrases and operators narrow the answer', async ({ page, baseURL }) => {
  const count = async (q: string) => {
    await openSearch(page, baseURL, q);
    await expect(status(page)).toContainText(/\d+ paper/);
    return Number(/(\d+) paper/.exec(await status(page).innerText())![1]);
  };
  const both = await count('diffusion models ');
  expect(await count('"diffusion models"')).toBeLessThan(both);
  expect(await count('diffusion models -image ')).toBeLessThan(both);
  expect(await count('diffusion OR bandits')).toBeGreaterThan(both);
  expect(await count('title:diffusion ')).toBeLessThan(both);
});

test('symbols are found by any of their names', async ({ page, baseURL }) => {
  const found: string[][] = [];
  for (const q of ['ε ', '\\epsilon ', 'epsilon ', '$\\epsilon$ ']) {
    await openSearch(page, baseURL, q);
    await expect(titles(page)).toHaveCount(10);
    found.push(await titles(page).allInnerTexts());
  }
  expect(new Set(found.map((list) => list.join('\n'))).size).toBe(1);
  await expect(page.locator('[data-search="results"] math').first()).toBeVisible();
});

test('on a phone a link leads from the results to years and topics', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${baseURL}search/?q=learning`);
  const link = page.getByRole('link', { name: 'By year and topic' });
  await expect(page.locator('#narrow')).not.toBeInViewport();
  await link.click();
  await expect(page.locator('#narrow')).toBeInViewport();
  await expect(page.locator('[data-search="results"] > li').first()).toBeAttached();
  await page.goBack();
  await expect(page).toHaveURL(/\?q=learning$/);
  await page.setViewportSize({ width: 1280, height: 844 });
  await expect(link).toBeHidden();
});

test('formulas are found by signs, commands and names, and the example says how', async ({
  page,
  baseURL,
}) => {
  const found: string[][] = [];
  for (const q of ['√ ', '\\sqrt ', 'sqrt ', '$\\sqrt{\\cdot}$ ']) {
    await openSearch(page, baseURL, q);
    await expect(status(page)).toHaveText(/^\d+ papers\.$/);
    found.push(await titles(page).allInnerTexts());
  }
  expect(new Set(found.map((list) => list.join('\n'))).size).toBe(1);
  await openSearch(page, baseURL);
  await page.getByRole('link', { name: 'O(sqrt n)' }).click();
  await expect(page.locator('[data-search="results"] mark math').first()).toBeVisible();
});

test('facets filter, pages turn, and the back button undoes each', async ({ page, baseURL }) => {
  await openSearch(page, baseURL, 'learning');
  const facet = page.locator('[data-search="topics"] li').first();
  const count = await facet.locator('.count').innerText();
  const all = await status(page).innerText();
  await facet.getByRole('link').click();
  await expect(field(page)).toHaveValue(/^topic:[a-z-]+ learning$/);
  await expect(status(page)).toHaveText(`${count} papers.`);
  await expect(status(page)).toBeFocused();
  await page.goBack();
  await expect(status(page)).toHaveText(all);
  const first = await titles(page).first().innerText();
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(status(page)).toContainText('page 2');
  await expect(titles(page).first()).not.toHaveText(first);
  await page.goBack();
  await expect(titles(page).first()).toHaveText(first);
  await page.getByRole('link', { name: 'Newest first' }).click();
  await expect(page).toHaveURL(/sort=date/);
  await expect(page.getByRole('link', { name: 'Newest first' })).toHaveAttribute('aria-current', 'true');
});

test('keys lead from the field into the results and back', async ({ page, baseURL }) => {
  await openSearch(page, baseURL, 'kernel');
  await expect(titles(page).first()).toBeVisible();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(titles(page).nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(titles(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/papers\//);
});

test('what finds nothing says what to do, and an empty query teaches by example', async ({
  page,
  baseURL,
}) => {
  await openSearch(page, baseURL, 'zzzzqqqq');
  await expect(status(page)).toHaveText('No paper found.');
  await expect(page.getByText('Try fewer or other words')).toBeVisible();
  await expect(page.getByText('Search without')).toBeHidden();
  await field(page).fill('has:code zzzzqqqq');
  await page.getByText('Search without').getByRole('link', { name: 'has:code' }).click();
  await expect(field(page)).toHaveValue('zzzzqqqq');
  // A date asks for digests, though cards also show when a paper was published.
  await field(page).fill('date:2024');
  await expect(status(page)).toHaveText('No paper found.');
  await expect(page.getByRole('main').getByRole('link', { name: 'years of publication' })).toBeVisible();
  await field(page).fill('');
  await expect(page.getByRole('heading', { name: 'What you can ask' })).toBeVisible();
  await page.getByRole('link', { name: '"neural tangent kernel"' }).click();
  await expect(titles(page).first()).toBeVisible();
});

test('a topic that the words name is a link away', async ({ page, baseURL }) => {
  await openSearch(page, baseURL, 'RL');
  await expect(status(page)).toContainText('papers');
  await page
    .getByText(/^Topic: /)
    .getByRole('link', { name: 'Reinforcement learning' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reinforcement learning');
});

test('waiting is told, and a query that was typed over is never shown', async ({ page, baseURL }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/terms-[^/]*\//, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await openSearch(page, baseURL, 'diffusion');
  await expect(status(page)).toHaveText('Searching…');
  await expect(page.getByText('What you can ask')).toBeHidden();
  await field(page).fill('bandits');
  await expect(page).toHaveURL(/q=bandits$/);
  release();
  await expect(titles(page).first().locator('mark').first()).toHaveText(/bandits?/i);
  await expect(status(page)).toHaveText(/^\d+ papers?\.$/);
});

test('search runs on the page itself where no worker can start', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'Worker', {
      value: class {
        constructor() {
          throw new Error('no workers here');
        }
      },
    });
  });
  await openSearch(page, baseURL, 'kernel');
  await expect(titles(page).first()).toBeVisible();
});

test.describe('when files cannot be had', () => {
  test.use({ allowedErrors: /Failed to load resource/ });

  test('a worker that does not load is done without', async ({ page, baseURL }) => {
    await page.route(/worker.*\.js$/, (route) => route.abort());
    await openSearch(page, baseURL, 'kernel');
    await expect(titles(page).first()).toBeVisible();
  });

  test('a missing shard is told, and trying again helps', async ({ page, baseURL }) => {
    await page.route(/terms-[^/]*\//, (route) => route.fulfill({ status: 404, body: 'gone' }));
    await openSearch(page, baseURL, 'kernel');
    await expect(page.getByRole('alert')).toContainText('is not on the server (404)');
    await expect(field(page)).toHaveValue('kernel');
    await page.unroute(/terms-[^/]*\//);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(titles(page).first()).toBeVisible();
  });

  test('garbage in place of a shard is told', async ({ page, baseURL }) => {
    await page.route(/terms-[^/]*\//, (route) => route.fulfill({ body: '<!doctype html><p>hello' }));
    await openSearch(page, baseURL, 'kernel');
    await expect(page.getByRole('alert')).toContainText('the server may have sent an error page');
  });

  test('a shard that was cut off on its way is told', async ({ page, baseURL }) => {
    await page.route(/terms-[^/]*\//, async (route) => {
      const response = await route.fetch();
      const whole = await response.body();
      await route.fulfill({ response, body: whole.subarray(0, whole.length / 2) });
    });
    await openSearch(page, baseURL, 'kernel');
    await expect(page.getByRole('alert')).toContainText('is damaged or was cut off on its way');
  });

  test('a shard of another version of the format is told', async ({ page, baseURL }) => {
    const body = Buffer.from([...Buffer.from('PDS'), 2, 99]);
    await page.route(/terms-[^/]*\//, (route) => route.fulfill({ body }));
    await openSearch(page, baseURL, 'kernel');
    await expect(page.getByRole('alert')).toContainText('has format version 99 and this page reads 2');
  });

  test('offline it says so, and searches when back', async ({ page, baseURL, context }) => {
    await openSearch(page, baseURL);
    await expect(field(page)).toBeFocused();
    await context.setOffline(true);
    await page.keyboard.type('kernel');
    await expect(page.getByRole('alert')).toContainText('You are offline');
    await context.setOffline(false);
    await expect(titles(page).first()).toBeVisible();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says so and offers topics and dates', async ({ page, baseURL }) => {
    await openSearch(page, baseURL, 'kernel');
    await expect(page.getByText('needs JavaScript')).toBeVisible();
    await expect(page.locator('main').getByRole('link', { name: 'topic' })).toBeVisible();
    await expect(page.getByText('What you can ask')).toBeHidden();
  });
});

test.describe('with a base path', () => {
  test.use({ based: true });

  test('search and its results stay below it', async ({ page, baseURL }) => {
    await openSearch(page, baseURL, 'kernel');
    await titles(page).first().click();
    expect(page.url()).toContain('/some/base/papers/');
  });
});
