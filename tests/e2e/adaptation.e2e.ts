import { pageTypes } from '../../scripts/page-types.ts';
import { expect, test } from './site-test.ts';

test.use({ allowedErrors: /status of 404/ });

for (const [name, path] of Object.entries(pageTypes)) {
  test(`${name}: nothing needs scrolling to the side at 320 px, nor moves while it loads`, async ({
    page,
    baseURL,
  }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        })[])
          if (!entry.hadRecentInput) shifts.push(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(new URL(path, baseURL).href, { waitUntil: 'networkidle' });
    const { width, shifts } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      shifts: (globalThis as unknown as { shifts: number[] }).shifts,
    }));
    expect(width).toBeLessThanOrEqual(320);
    // The fonts of a formula may move the end of its line by a pixel when they come.
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.001);
  });
}

for (const [name, path] of Object.entries(pageTypes))
  test(`${name}: text of twice the size cuts nothing off`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(new URL(path, baseURL).href, { waitUntil: 'networkidle' });
    const cut = await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
      const isCut = (element: Element) => {
        const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
        // What ends in an ellipsis opens as a whole.
        if (textOverflow === 'ellipsis' || element.closest('.visually-hidden')) return false;
        return (
          (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) ||
          (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1)
        );
      };
      const elements = [...document.querySelectorAll('body *:not(svg, svg *, .katex *)')];
      return {
        width: document.documentElement.scrollWidth,
        elements: elements.filter(isCut).map((element) => element.outerHTML.slice(0, 100)),
      };
    });
    expect(cut).toEqual({ width: 1280, elements: [] });
  });

test('on a phone with large letters nothing needs scrolling to the side, and no line is on another', async ({
  page,
  baseURL,
}) => {
  await page.setViewportSize({ width: 360, height: 900 });
  const session = await page.context().newCDPSession(page);
  for (const size of [24, 32]) {
    await session.send('Page.setFontSizes', { fontSizes: { standard: size } });
    for (const path of [
      'dates/2025-10-28/',
      'topics/optimization/',
      'top/',
      'trends/',
      'search/?q=diffusion',
    ]) {
      await page.goto(new URL(path, baseURL).href, { waitUntil: 'networkidle' });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `/${path} at ${size}`).toBe(
        360,
      );
    }
  }
  await page.goto(baseURL!);
  const note = (await page.locator('.stale').boundingBox())!;
  const list = (await page.locator('.cards').boundingBox())!;
  expect(note.y + note.height).toBeLessThanOrEqual(list.y);
});

for (const path of ['dates/2025-10-28/', 'subscribe/', 'trends/'])
  test(`/${path}: nothing covers what has the focus`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width: 1280, height: 500 });
    await page.goto(new URL(path, baseURL).href);
    if (path === 'subscribe/') await page.locator('.feed-pick input').first().check();
    const covered: string[] = [];
    for (let stop = 0; stop < 90; stop += 1) {
      await page.keyboard.press('Tab');
      const html = await page.evaluate(() => {
        const element = document.activeElement!;
        if (element === document.body) return null;
        const { left, top, bottom } = element.getClientRects()[0]!;
        const seen = document.elementFromPoint(left + 3, (top + bottom) / 2);
        const isCovered =
          seen === null || !(element.contains(seen) || seen.contains(element) || seen.closest('label'));
        return isCovered ? element.outerHTML.slice(0, 100) : null;
      });
      if (html !== null) covered.push(html);
    }
    expect(covered).toEqual([]);
  });

test('the focus is seen wherever it goes', async ({ page, baseURL }) => {
  await page.goto(new URL('dates/2025-10-28/', baseURL).href);
  const unseen: string[] = [];
  for (let stop = 0; stop < 25; stop += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement!;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      const { width, height } = element.getBoundingClientRect();
      return {
        isSeen: (isOutlined || boxShadow !== 'none') && width * height > 0,
        html: element.outerHTML.slice(0, 100),
      };
    });
    if (!focus.isSeen) unseen.push(focus.html);
  }
  expect(unseen).toEqual([]);
});

test('the first stop skips to the papers', async ({ page, baseURL }) => {
  await page.goto(baseURL!);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('with forced colours, links and controls keep theirs', async ({ page, baseURL }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(baseURL!);
  const { text, link, background } = await page.evaluate(() => {
    const styleOf = (selector: string) => getComputedStyle(document.querySelector(selector)!);
    return {
      text: styleOf('main').color,
      link: styleOf('main a').color,
      background: styleOf('html').backgroundColor,
    };
  });
  expect(link).not.toBe(text);
  expect(text).not.toBe(background);
});

test('with forced colours, the current page alone is underlined in the menu', async ({ page, baseURL }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(new URL('dates/', baseURL).href);
  const lined = await page.locator('.site-nav a').evaluateAll((links) =>
    links
      .filter((link) => {
        const { borderTopStyle, borderBottomStyle } = getComputedStyle(link);
        return borderTopStyle !== 'none' || borderBottomStyle !== 'none';
      })
      .map(({ textContent }) => textContent?.trim()),
  );
  expect(lined).toEqual(['Dates']);
});

test('with forced colours, no sign of a formula covers another, and a formula of a link is a link', async ({
  page,
  baseURL,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(new URL('papers/sharper-bounds-for-ell-p-sensitivity-sampling/', baseURL).href);
  const unequal = page.locator('.mrel:has(> .mrel .rlap)').first();
  const drawn = await unequal.screenshot();
  await unequal
    .getByText('=', { exact: true })
    .evaluate((equal: HTMLElement) => (equal.style.visibility = 'hidden'));
  expect(await unequal.screenshot()).not.toEqual(drawn);
  await page.goto(new URL('dates/2025-10-28/', baseURL).href);
  const [link, formula] = await page
    .locator('.card-title a', { has: page.locator('.katex') })
    .first()
    .evaluate((title) =>
      [title, title.querySelector('.katex')!].map((element) => getComputedStyle(element).color),
    );
  expect(formula).toBe(link);
});

test('a printed paper has its own address and a reference, but no addresses of others', async ({
  page,
  baseURL,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(new URL('papers/convergent-graph-solvers/', baseURL).href);
  await expect(page.locator('#cite-plaintext')).toBeVisible();
  await expect(page.locator('#cite-bibtex')).toBeHidden();
  await expect(page.locator('.cite').getByText('BibTeX')).toBeHidden();
  const contentOf = (selector: string, pseudo: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element, name).content, pseudo);
  expect(await contentOf('.paper', '::before')).toBe(
    '"https://papers.example.org/papers/convergent-graph-solvers/"',
  );
  expect(await contentOf('.related .card-title a', '::after')).toBe('none');
  await page.goto(new URL('dates/2025-03-11/', baseURL).href);
  expect(await contentOf('.card-title a', '::after')).toMatch(/^"https:\/\/papers.example.org/);
});

test('printed results say what was searched for, and nothing to press', async ({ page, baseURL }) => {
  await page.goto(new URL('search/?q=diffusion', baseURL).href);
  await expect(page.locator('.card')).toHaveCount(10);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('searchbox')).toHaveValue('diffusion');
  await expect(page.getByRole('searchbox')).toBeVisible();
  for (const hidden of ['.search-order', '.search-pager', '.search-form button'])
    await expect(page.locator(hidden).locator('visible=true')).toHaveCount(0);
});

test('with reduced motion nothing moves', async ({ page, baseURL }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(baseURL!);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return [transitionDuration, animationDuration].some((times) =>
          times.split(',').some((time) => parseFloat(time) > 0.001),
        );
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  );
  expect(moving).toEqual([]);
});

test('mathematics is there for assistive technology, once', async ({ page, baseURL }) => {
  await page.goto(new URL(pageTypes['paper with formulas']!, baseURL).href);
  const formulas = await page.locator('.katex').count();
  expect(formulas).toBeGreaterThan(0);
  expect(await page.locator('.katex math').count()).toBe(formulas);
  expect(await page.locator('.katex .katex-html:not([aria-hidden="true"])').count()).toBe(0);
});

for (const [name, path] of Object.entries({
  month: 'dates/2025-03/',
  topic: 'topics/large-language-models/',
}))
  test(`${name}: a heading within the list stands apart from the card above it`, async ({
    page,
    baseURL,
  }) => {
    await page.goto(new URL(path, baseURL).href);
    const heading = (await page.locator('.day-heading').nth(1).boundingBox())!;
    const above = page.locator('section:has(> .day-heading)').first().locator('.cards > li').last();
    const card = (await above.boundingBox())!;
    expect(heading.y - (card.y + card.height)).toBeGreaterThanOrEqual(24);
  });

test('marks under a mouse cover nothing that a card says', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(new URL('dates/2025-10-28/', baseURL).href);
  const card = page.locator('.card:has(> .card-foot > .card-marks)').first();
  await card.locator('.facts-line').evaluate((facts) => {
    for (let fact = 0; fact < 8; fact += 1)
      facts.append(Object.assign(document.createElement('span'), { textContent: 'one more fact' }), ' ');
  });
  await card.hover();
  const marks = (await card.locator('.card-marks').boundingBox())!;
  const facts = await card
    .locator('.facts-line > *')
    .evaluateAll((all) => all.map((fact) => fact.getBoundingClientRect().toJSON() as DOMRect));
  expect(Math.max(...facts.map(({ top }) => top))).toBeGreaterThan(marks.y - 6);
  const covered = facts.filter(
    ({ right, bottom, top }) => right > marks.x && bottom > marks.y + 4 && top < marks.y + marks.height - 4,
  );
  expect(covered).toEqual([]);
});

for (const width of [320, 360, 390, 620, 640, 660, 768, 1280])
  test(`at ${width} px Display stands beside the menu, and pages are in one line`, async ({
    page,
    baseURL,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    await page.goto(new URL('about/', baseURL).href);
    const middleOf = async (selector: string) => {
      const { y, height } = (await page.locator(selector).boundingBox())!;
      return y + height / 2;
    };
    expect(Math.abs((await middleOf('.site-nav')) - (await middleOf('.display > summary')))).toBeLessThan(4);
    const height = await page.evaluate(() => {
      const pages = ['1', '…', '11', '12', '13', '…', '42'].map((text) =>
        text === '…' ? `<li class="pager-gap">${text}</li>` : `<li><a href="#">${text}</a></li>`,
      );
      document.querySelector('main')!.innerHTML =
        `<nav class="pager"><a class="pager-step">Newer</a><ol>${pages.join('')}</ol><a class="pager-step">Older</a></nav>`;
      return document.querySelector('.pager')!.getBoundingClientRect().height;
    });
    expect(height).toBeLessThan(60);
  });
