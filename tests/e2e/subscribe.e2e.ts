import { readFileSync } from 'node:fs';
import { parseOpml } from 'feedsmith';
import { expect, test } from './site-test.ts';

test('feeds are chosen and downloaded as one file for feed readers', async ({ page, baseURL }) => {
  await page.goto(new URL('subscribe/', baseURL).href);
  const button = page.getByRole('button', { name: 'Download as OPML' });
  await expect(button).toBeDisabled();
  for (const name of ['One entry a day', 'Optimisation', 'Causality'])
    await page.getByRole('checkbox', { name: `Choose ${name}` }).check();
  await expect(page.getByRole('status')).toHaveText('3 feeds chosen');
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(file.suggestedFilename()).toBe('feeds.opml');
  const { head, body } = parseOpml(readFileSync(await file.path(), 'utf8'));
  expect(head?.title).toBe('Paper Digest');
  const folders = body!.outlines!.map(({ text, outlines }) => [text, outlines!.map(({ xmlUrl }) => xmlUrl)]);
  const url = (path: string) => `https://papers.example.org/${path}`;
  expect(folders).toEqual([
    ['All papers', [url('dates/rss.xml')]],
    ['Topics', [url('topics/optimization/rss.xml'), url('topics/causality/rss.xml')]],
  ]);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('status')).toHaveText('No feed chosen yet');
  await expect(button).toBeDisabled();
});

test.describe('with a base path', () => {
  test.use({ based: true });

  test('feeds are chosen below it', async ({ page, baseURL }) => {
    await page.goto(new URL('subscribe/', baseURL).href);
    await page.getByRole('checkbox', { name: 'Choose Every new paper' }).check();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as OPML' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8').match(/xmlUrl="[^"]*"/g)).toEqual([
      'xmlUrl="https://papers.example.org/some/base/rss.xml"',
    ]);
  });
});

test.describe('when the list cannot be loaded', () => {
  test.use({ allowedErrors: /Failed to load resource/ });

  test('the page says so and keeps the choice', async ({ page, baseURL }) => {
    await page.route('**/opml.xml', (route) => route.abort());
    await page.goto(new URL('subscribe/', baseURL).href);
    const box = page.getByRole('checkbox', { name: 'Choose Papers with code' });
    await box.check();
    await page.getByRole('button', { name: 'Download as OPML' }).click();
    await expect(page.getByRole('status')).toContainText('could not be loaded');
    await expect(box).toBeChecked();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every feed has its addresses, and all are in one list', async ({ page, baseURL }) => {
    await page.goto(new URL('subscribe/', baseURL).href);
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Download as OPML' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'All feeds of the site as OPML' })).toBeVisible();
    expect(await page.getByRole('link', { name: 'RSS', exact: true }).count()).toBeGreaterThan(40);
  });
});
