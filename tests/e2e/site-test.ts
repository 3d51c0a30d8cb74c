import { test as base } from '@playwright/test';

/**
 * A test over the built site. Whatever it does, it also fails on a console error, a violation of the content
 * security policy, an uncaught exception, or a request that leaves the site.
 */
export const test = base.extend<{ clean: void; based: boolean; allowedErrors: RegExp | null }>({
  based: [false, { option: true }],
  /** Console errors that a test brings about itself. */
  allowedErrors: [null, { option: true }],
  baseURL: async ({ based }, use) => {
    await use(process.env[based ? 'BASED_SITE_URL' : 'SITE_URL']!);
  },
  clean: [
    async ({ page, baseURL, allowedErrors }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !allowedErrors?.test(message.text()))
          complaints.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== new URL(baseURL!).origin)
          complaints.push(`external request: ${request.url()}`);
      });
      await use();
      base.expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
