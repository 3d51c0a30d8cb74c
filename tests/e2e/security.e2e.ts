import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageTypes } from '../../scripts/page-types.ts';
import { expect, test } from './site-test.ts';

test.use({ allowedErrors: /status of 404/ });

for (const [name, path] of Object.entries(pageTypes))
  test(`${name}: everything on it obeys the policy`, async ({ page, baseURL }) => {
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(globalThis, { violations });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
        violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
      );
    });
    await page.goto(new URL(path, baseURL).href, { waitUntil: 'networkidle' });
    const found = await page.evaluate(() => ({
      violations: (globalThis as unknown as { violations: string[] }).violations,
      policy:
        document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '',
      inline: document.querySelectorAll('script:not([src]):not([type$="json"]), style, [style]').length,
    }));
    expect(found.violations).toEqual([]);
    expect(found.policy).toContain("default-src 'none'; script-src 'self'");
    expect(found.policy).not.toMatch(/unsafe|\*/);
    expect(found.inline).toBe(0);
  });

test('the mails are shown with their own styles under the policy that they are sent with', async ({
  page,
  baseURL,
}) => {
  const response = await page.goto(new URL('dates/2025-10-28/email.html', baseURL).href);
  expect(response!.headers()['content-security-policy']).toMatch(
    /^default-src 'none'; style-src 'unsafe-hashes'/,
  );
  // The fixture fails on any error of the console, and a style that is refused is one.
  expect(await page.locator('h1').evaluate((h1) => getComputedStyle(h1).fontSize)).toBe('24px');
});

test('the policy holds: injected code does not run', async ({ browser, baseURL }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(baseURL!);
  const blocked = await page.evaluate(async () => {
    const directives: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      directives.push(effectiveDirective),
    );
    const holder = document.createElement('div');
    holder.innerHTML =
      '<img src="x" onerror="window.ran = 1"><p style="color:red"></p><img src="https://evil.example/x.png">';
    document.body.append(holder);
    const script = document.createElement('script');
    script.textContent = 'window.ran = 1';
    document.body.append(script);
    await new Promise((done) => setTimeout(done, 200));
    return { directives: [...new Set(directives)].sort(), ran: 'ran' in window };
  });
  expect(blocked.ran).toBe(false);
  expect(blocked.directives).toEqual(
    expect.arrayContaining(['img-src', 'script-src-attr', 'script-src-elem', 'style-src-attr']),
  );
});

test('hosts are told the policy, and that no other site may frame this one', () => {
  for (const file of ['_headers', '.htaccess']) {
    const text = readFileSync(join(process.env['SITE_FOLDER']!, file), 'utf8');
    expect(text).toMatch(/Content-Security-Policy.*default-src 'none'.*frame-ancestors 'none'/);
    expect(text).toMatch(/X-Content-Type-Options:? "?nosniff/);
    expect(text).not.toContain('unsafe-inline');
  }
});
