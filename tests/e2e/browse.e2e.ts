import { expect, test } from './site-test.ts';

test('a reader goes from a topic to a paper to a related paper', async ({ page, baseURL }) => {
  await page.goto(baseURL!);
  await page.getByRole('navigation').getByRole('link', { name: 'Topics' }).first().click();
  await page.getByRole('link', { name: 'Optimisation', exact: false }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Optimi[sz]ation/);
  const first = page.locator('.cards h2 a, .cards h3 a').first();
  const title = await first.innerText();
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.locator('.related .cards a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title);
});

test('the latest digest is in the feed order and says what was seen before', async ({ page, baseURL }) => {
  await page.goto(new URL('dates/2025-10-28/', baseURL).href);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('28 October 2025');
  const titles = await page.locator('ol.numbered > li').allInnerTexts();
  expect(titles).toHaveLength(53);
  expect(titles[0]).toContain('Neural Tangent Kernel: Convergence and Generalization in Neural Networks');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('everything but search is there', async ({ page, baseURL }) => {
    await page.goto(new URL('dates/2025-03-11/', baseURL).href);
    await page.locator('.cards details > summary').first().click();
    await expect(page.locator('.cards details[open] p').first()).toBeVisible();
    await page.goto(new URL('topics/', baseURL).href);
    await expect(page.getByRole('link', { name: /Bandits/ }).first()).toBeVisible();
  });
});

test.describe('with a base path', () => {
  test.use({ based: true });

  test('links and assets stay below it', async ({ page, baseURL }) => {
    const outside: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL!)) outside.push(request.url());
    });
    await page.goto(new URL('dates/2025-03-11/', baseURL).href);
    await page.locator('.cards h2 a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(page.url()).toContain('/some/base/papers/');
    expect(outside).toEqual([]);
  });
});

for (const scheme of ['light', 'dark'] as const)
  test(`math is drawn in the ${scheme} scheme`, async ({ page, baseURL }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(
      new URL(
        'papers/accelerated-infeasibility-detection-of-constrained-optimization-and-fixed-point/',
        baseURL,
      ).href,
    );
    await expect(page.locator('.katex-html').first()).toBeVisible();
    const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const [red] = background.match(/\d+/g)!.map(Number);
    expect(red! > 128).toBe(scheme === 'light');
  });

for (const width of [280, 320, 390, 600, 640, 768, 1280])
  test(`at ${width} px the display menu opens within the page`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(baseURL!);
    await page.locator('#display summary').click();
    const box = (await page.locator('.display-panel').boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
  });

test('no field on a phone has letters so small that the page is enlarged for it', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ isMobile: true, hasTouch: true });
  const page = await context.newPage();
  for (const path of ['', 'search/', 'subscribe/', 'no-such-page/']) {
    await page.goto(new URL(path, baseURL).href);
    const sizes = await page
      .locator('input[type="search"]')
      .evaluateAll((fields) => fields.map((field) => parseFloat(getComputedStyle(field).fontSize)));
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  }
  await context.close();
});

test('long formulas in results scroll in their place on a phone', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(new URL('search/?q=regret', baseURL).href);
  await expect(page.locator('.wide-formula').first()).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('a list of top papers has their ranks, and the rail its place', async ({ page, baseURL }) => {
  await page.goto(new URL('top/2025-03/', baseURL).href);
  const ranks = await page.locator('.cards .card-number').allTextContents();
  expect(ranks.slice(0, 3)).toEqual(['1', '2', '3']);
  await expect(page.locator('.rail [aria-current="page"]')).toHaveText('March 2025');
  const weights = await page
    .locator('.rail li a')
    .evaluateAll((links) => links.map((link) => getComputedStyle(link).fontWeight));
  expect(weights.filter((weight) => weight !== '400')).toEqual(['600']);
});
