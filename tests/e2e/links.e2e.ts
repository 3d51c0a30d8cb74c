import { LinkChecker } from 'linkinator';
import { expect, test } from '@playwright/test';

test('no link within the site is broken', async () => {
  test.setTimeout(300_000);
  const url = process.env['BASED_SITE_URL']!;
  const checker = new LinkChecker();
  const { links } = await checker.check({
    path: url,
    recurse: true,
    concurrency: 20,
    linksToSkip: (link) => Promise.resolve(!link.startsWith(url)),
  });
  const checked = links.filter(({ state }) => state !== 'SKIPPED');
  const broken = checked.filter(({ state }) => state === 'BROKEN');
  const firstParents = new Map(
    broken.map(({ url: link, parent, status }) => [link, `${link} (${status}) in ${parent}`]),
  );
  expect([...firstParents.values()]).toEqual([]);
  // 386 papers alone have a page each: fewer links mean that the walk stopped short.
  expect(checked.length).toBeGreaterThan(450);
});
