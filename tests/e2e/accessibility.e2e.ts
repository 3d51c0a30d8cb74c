import { AxeBuilder } from '@axe-core/playwright';
import { pageTypes } from '../../scripts/page-types.ts';
import { expect, test } from './site-test.ts';

test.use({ allowedErrors: /status of 404/ });

for (const [name, path] of Object.entries(pageTypes))
  test(`${name}: axe finds nothing, in both themes, on a phone and on a desk`, async ({ page, baseURL }) => {
    test.setTimeout(300_000);
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [360, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(new URL(path, baseURL).href);
        await page
          .locator('main details > summary')
          .evaluateAll((summaries) =>
            summaries
              .slice(0, 8)
              .forEach((summary) => ((summary.parentElement as HTMLDetailsElement).open = true)),
          );
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        for (const { id, nodes } of violations)
          found.push(`${colorScheme}, ${width}: ${id}: ${nodes[0]!.html}`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) found.push(`${width}: ${overflow} pixels too wide`);
      }
    expect(found).toEqual([]);
  });

test('nothing moves while a page loads', async ({ page, baseURL }) => {
  for (const path of ['', 'papers/convergent-graph-solvers/', 'topics/']) {
    await page.goto(new URL(path, baseURL).href, { waitUntil: 'networkidle' });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 300);
        }),
    );
    expect(shift, `/${path}`).toBeLessThan(0.01);
  }
});
