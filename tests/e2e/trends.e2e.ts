import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './site-test.ts';

test('the numbers behind the trends are those of the table and of the CSV', async ({ page, baseURL }) => {
  await page.goto(new URL('trends/', baseURL).href);
  await page.locator('.trend-table > summary').click();
  const rows = await page
    .locator('.trend-table tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent!.trim())));
  const [head, total, ...topics] = rows;
  expect(head).toEqual(['Topic', '2025-03', '2025-05', '2025-10']);
  expect(total![0]).toBe('All papers');
  const csv = readFileSync(join(process.env['SITE_FOLDER']!, 'trends.csv'), 'utf8').trim().split('\n');
  const columns = csv[0]!.split(',');
  const months = head!.slice(1);
  expect(columns).toEqual(expect.arrayContaining(['month', 'topic', 'papers']));
  const counted = new Map<string, number>();
  for (const line of csv.slice(1)) {
    const cells = line.split(',');
    const cell = (name: string) => cells[columns.indexOf(name)]!;
    counted.set(`${cell('topic')} ${cell('month')}`, Number(cell('papers')));
  }
  const [name, ...counts] = topics.find(([topic]) => topic === 'Optimisation')!;
  expect(name).toBe('Optimisation');
  expect(months.map((month) => counted.get(`optimization ${month}`))).toEqual(counts.map(Number));
});

test('each topic of the trends leads to its page, whose figure has a text', async ({ page, baseURL }) => {
  await page.goto(new URL('trends/', baseURL).href);
  await page.locator('.trend-list').getByRole('link', { name: 'Optimisation' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Optimisation');
  await expect(page.getByRole('img').first()).toHaveAccessibleName(/%|papers/);
});

test('on a phone the numbers of a figure can be read, and none is on another', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(new URL('topics/optimization/', baseURL).href);
  const boxes = await page.locator('.figure-label').evaluateAll((labels) =>
    labels.map((label) => {
      const { left, right, top, bottom } = label.getBoundingClientRect();
      return { left, right, top, bottom, size: parseFloat(getComputedStyle(label).fontSize) };
    }),
  );
  const scale = (await page.locator('.share-figure').boundingBox())!.width / 640;
  for (const [place, box] of boxes.entries()) {
    expect(box.size * scale).toBeGreaterThanOrEqual(9.5);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(360);
    for (const other of boxes.slice(place + 1))
      expect(
        box.right <= other.left ||
          other.right <= box.left ||
          box.bottom <= other.top ||
          other.bottom <= box.top,
      ).toBe(true);
  }
});

test('the top papers are ranked by comments, and lead to their periods', async ({ page, baseURL }) => {
  await page.goto(new URL('top/', baseURL).href);
  await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: '28 October 2025' })).toBeVisible();
  const comments = await page
    .locator('main section')
    .first()
    .locator('.card')
    .evaluateAll((cards) =>
      cards.map((card) =>
        Number(/(\d+) comment/.exec(card.querySelector('.facts-line')?.textContent ?? '')?.[1] ?? 0),
      ),
    );
  expect(comments).toHaveLength(10);
  expect(comments[0]).toBeGreaterThan(0);
  expect(comments).toEqual([...comments].sort((a, b) => b - a));
  await page.getByRole('link', { name: 'October 2025', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Top papers of October 2025');
  await page.getByRole('link', { name: /All of them/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('October 2025');
});

test('top papers are reached from the front page', async ({ page, baseURL }) => {
  await page.goto(baseURL!);
  await page
    .getByRole('complementary', { name: 'Around this day' })
    .getByRole('link', { name: 'Top recent papers' })
    .click();
  await expect(page).toHaveURL(/\/top\/$/);
});
