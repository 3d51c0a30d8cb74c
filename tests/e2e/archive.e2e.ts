import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { serve } from '../../scripts/serve.ts';
import { differences, filesBelow } from './built-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.cache/test-sites/archive');
const content = join(folder, 'content');
const site = join(folder, 'site');
const perDay = 25;

/** Adds a day as the API sends it, of papers on reinforcement learning with code. */
function addDay(date: string): void {
  const papers = Array.from({ length: perDay }, (_, index) => {
    const number = Number(date.slice(5, 7)) * 1000 + Number(date.slice(8)) * 30 + index;
    const id = `2605.${String(number).padStart(5, '0')}`;
    const title = `Reinforcement learning of task ${number}`;
    const summary = `Reinforcement learning with rewards of kind ${number}, whose code is at https://github.com/a/b${number}.`;
    const submittedOnDailyAt = `${date}T00:00:00.000Z`;
    const paper = { id, title, summary, authors: [], upvotes: index, publishedAt: submittedOnDailyAt };
    return { paper: { ...paper, submittedOnDailyAt } };
  });
  writeFileSync(join(content, 'feeds', `${date}.json`), JSON.stringify(papers));
}

function build(): Map<string, Buffer> {
  const options = ['--content', content, '--cache', join(folder, 'cache'), '--out', site];
  execFileSync('node', ['scripts/digest.ts', 'build', ...options], { cwd: root, stdio: 'ignore' });
  return filesBelow(site);
}

test('archive pages are browsed from the newest to the oldest, and stay when a day comes', async ({
  page,
}) => {
  test.setTimeout(300_000);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(content, 'feeds'), { recursive: true });
  for (const name of ['site.yaml', 'topics.yaml']) cpSync(join(root, 'content', name), join(content, name));
  for (const date of ['2025-11-10', '2025-12-10', '2026-03-09', '2026-03-10', '2026-04-08', '2026-04-09'])
    addDay(date);
  const before = build();

  const { server, url } = await serve(site, '/');
  try {
    await page.goto(`${url}topics/reinforcement-learning/`);
    await expect(page.locator('.card')).toHaveCount(6 * perDay - 2 * 60);
    const seen = new Set<string>();
    const see = async () => {
      for (const card of await page.locator('.card').all())
        seen.add((await card.getAttribute('data-paper'))!);
    };
    await see();
    await page.getByRole('link', { name: 'Older' }).click();
    await expect(page).toHaveTitle(/^Reinforcement learning, archive page 2/);
    await see();
    await page.getByRole('link', { name: 'Older' }).click();
    await expect(page).toHaveURL(/\/topics\/reinforcement-learning\/1\/$/);
    await expect(page.getByText('November 2025 to March 2026')).toBeVisible();
    await see();
    expect(seen.size).toBe(6 * perDay);
    await expect(page.getByRole('link', { name: 'Older' })).toHaveCount(0);
    await page.getByRole('link', { name: 'the newest papers' }).click();
    await expect(page).toHaveURL(/\/topics\/reinforcement-learning\/$/);

    await page.goto(`${url}search/?q=task+date:2026-04-08..2026-04-09`);
    await page.getByRole('link', { name: 'Most upvoted' }).click();
    await expect(page).toHaveURL(/sort=votes/);
    await expect(page.getByRole('link', { name: 'Most upvoted' })).toHaveAttribute('aria-current', 'true');
    const first = page.locator('.card').first();
    await expect(first).toContainText(`${perDay - 1} upvotes`);
    await expect(page.locator('.card').nth(2)).toContainText(`${perDay - 2} upvotes`);
  } finally {
    server.close();
  }

  addDay('2026-04-10');
  const changed = differences(before, build()).filter((path) => before.has(path));
  expect(changed).toContain('/topics/reinforcement-learning/index.html');
  expect(changed).toContain('/top/2026-04/index.html');
  const isPast = (path: string) =>
    /^\/(?:topics|published|code)\/(?:.*\/)?\d\/index\.html$|^\/top\/(?:2025-|2026-03)/.test(path);
  expect([...before.keys()].filter(isPast)).toEqual(
    expect.arrayContaining(['/code/2/index.html', '/published/2026/1/index.html', '/top/2026-03/index.html']),
  );
  expect(changed.filter(isPast)).toEqual([]);
});
