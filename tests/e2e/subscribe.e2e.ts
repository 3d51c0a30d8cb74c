import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseOpml } from 'feedsmith';
import { serve } from '../../scripts/serve.ts';
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

for (const list of ['topics/causality/', 'code/', 'dates/'])
  test(`feed readers discover the feeds of ${list} and of the site`, async ({ page, baseURL }) => {
    await page.goto(new URL(list, baseURL).href);
    const addresses = page
      .locator('link[rel=alternate]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const feeds = ['rss.xml', 'atom.xml', 'feed.json'];
    expect(await addresses).toEqual([list, ''].flatMap((below) => feeds.map((feed) => `/${below}${feed}`)));
  });

test('what was chosen is still chosen on the way back', async ({ page, baseURL }) => {
  await page.goto(new URL('subscribe/', baseURL).href);
  await page.getByRole('checkbox', { name: 'Choose Causality' }).check();
  await page.getByRole('link', { name: 'Causality' }).click();
  await page.goBack();
  await expect(page.getByRole('checkbox', { name: 'Choose Causality' })).toBeChecked();
  await expect(page.getByRole('status')).toHaveText('1 feed chosen');
  await expect(page.getByRole('button', { name: 'Download as OPML' })).toBeEnabled();
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

/** A site of one paper, whose authors all have feeds. */
const authorsTest = test.extend({
  baseURL: async ({}, use, { parallelIndex }) => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    // Tests run beside each other.
    const folder = `${root}/.cache/test-sites/authors-${parallelIndex}`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(`${folder}/content/feeds`, { recursive: true });
    cpSync(`${root}/content/topics.yaml`, `${folder}/content/topics.yaml`);
    const config = readFileSync(`${root}/content/site.yaml`, 'utf8');
    writeFileSync(
      `${folder}/content/site.yaml`,
      config.replace(/pagesFrom: 2, feedsFrom: 4/, 'pagesFrom: 1, feedsFrom: 1'),
    );
    const feed = `${root}/tests/fixtures/sightings/hf-day/feed.json`;
    const [item] = JSON.parse(readFileSync(feed, 'utf8')) as [{ paper: object }];
    const names = ['Jörg Özil', ...[...'abcdefghi'].map((letter) => `Ana ${letter.toUpperCase()}lima`)];
    const paper = { ...item.paper, authors: names.map((name) => ({ name })) };
    writeFileSync(`${folder}/content/feeds/feed.json`, JSON.stringify([{ ...item, paper }]));
    const options = [
      '--content',
      `${folder}/content`,
      '--cache',
      `${folder}/cache`,
      '--out',
      `${folder}/site`,
    ];
    execFileSync('node', ['scripts/digest.ts', 'build', ...options], { cwd: root, stdio: 'ignore' });
    const { server, url } = await serve(`${folder}/site`);
    await use(url);
    server.close();
  },
});

authorsTest('authors are found by name, and their feeds chosen', async ({ page, baseURL }) => {
  const lists: string[] = [];
  page.on('request', (request) => request.url().endsWith('/opml.xml') && lists.push(request.url()));
  await page.goto(new URL('subscribe/', baseURL).href);
  const field = page.getByRole('searchbox', { name: 'Find an author' });
  const offered = page.locator('#author-feeds li');
  const status = page.locator('.feed-picks [role="status"]');
  expect(lists).toEqual([]);
  await field.fill('ana');
  await expect(offered).toHaveCount(8);
  await expect(page.getByText('8 of 9: write more of the name')).toBeVisible();
  await field.fill('ana cl');
  await expect(offered).toHaveText(['Ana Clima']);
  await page.getByRole('checkbox', { name: 'Choose Ana Clima' }).check();
  await field.fill('OZIL j');
  await expect(offered).toHaveText(['Ana Clima', 'Jörg Özil']);
  await page.getByRole('checkbox', { name: 'Choose Jörg Özil' }).check();
  await field.fill('nobody');
  await expect(offered).toHaveText(['Ana Clima', 'Jörg Özil']);
  await expect(status).toHaveText('2 feeds chosen');
  await field.press('Enter');
  expect(lists).toHaveLength(1);

  await page.getByRole('link', { name: 'Jörg Özil' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jörg Özil');
  await page.goBack();
  await expect(offered).toHaveText(['Ana Clima', 'Jörg Özil']);
  await expect(status).toHaveText('2 feeds chosen');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as OPML' }).click(),
  ]);
  expect(readFileSync(await file.path(), 'utf8').match(/xmlUrl="[^"]*"/g)).toEqual([
    'xmlUrl="https://papers.example.org/authors/ana-clima/rss.xml"',
    'xmlUrl="https://papers.example.org/authors/jorg-ozil/rss.xml"',
  ]);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(offered).toHaveCount(0);
  await expect(status).toHaveText('No feed chosen yet');
});

authorsTest('on a phone, the authors found are in sight above what is chosen', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(new URL('subscribe/', baseURL).href);
  await page.getByRole('checkbox', { name: 'Choose' }).first().check();
  await page.getByRole('searchbox', { name: 'Find an author' }).fill('ana');
  const offered = page.locator('#author-feeds li');
  await expect(offered).toHaveCount(8);
  await expect
    .poll(async () => {
      const [last, bar] = await Promise.all(
        [offered.last(), page.locator('.feed-picks')].map((part) => part.boundingBox()),
      );
      return last!.y + last!.height <= bar!.y;
    })
    .toBe(true);
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
