import type { Browser, Page } from '@playwright/test';
import { fullIndexSearch, pagefindSearch, submitQueries } from './browser-pages.ts';
import type { CountingServer, Sent } from './counting-server.ts';
import { makeSlowPhone, slowdown, type TypedQuery } from './slow-phone.ts';

/** Makes a page search on its own thread, where throttling and heap can be measured. */
const withoutWorker = () => {
  Object.defineProperty(globalThis, 'Worker', {
    value: class {
      constructor() {
        throw new Error('no workers in this measurement');
      }
    },
  });
};

/** One browser and one server, measured in fresh contexts. */
export class BrowserRuns {
  #browser: Browser;
  #server: CountingServer;
  /** Paths that every page of the site loads: they are no cost of search. */
  #siteChrome = new Set<string>();

  constructor(browser: Browser, server: CountingServer) {
    this.#browser = browser;
    this.#server = server;
  }

  async noteSiteChrome(): Promise<void> {
    await this.#inPage(async (page) => {
      await page.goto(`${this.#server.url}/site/about/`, { waitUntil: 'networkidle' });
    });
    for (const { path } of this.#server.takeSent()) this.#siteChrome.add(path);
  }

  /** What the site's search page loads for a query, until the network is idle. */
  async siteQuery(q: string): Promise<Sent[]> {
    this.#server.takeSent();
    await this.#inPage((page) => this.#openSite(page, q, true));
    return this.#countedSent();
  }

  async siteSession(queries: string[]): Promise<Sent[]> {
    this.#server.takeSent();
    await this.#inPage(async (page) => {
      await this.#openSite(page, '', false);
      await page.evaluate(submitQueries, { queries, warm: false });
      await page.waitForLoadState('networkidle');
    });
    return this.#countedSent();
  }

  /** Milliseconds from submitting to rendered results with everything loaded, on the page's own throttled thread. */
  async siteWarmTimes(queries: string[]): Promise<number[]> {
    return this.#inPage(async (page) => {
      await page.addInitScript(withoutWorker);
      await this.#openSite(page, 'warm', false);
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      return page.evaluate(submitQueries, { queries, warm: true });
    });
  }

  /**
   * Milliseconds of processor time that the page's thread needs for the same, without throttling: what other jobs on
   * the machine do does not show in it.
   */
  async siteWarmProcessorTimes(queries: string[]): Promise<number[]> {
    return this.#inPage(async (page) => {
      await page.addInitScript(withoutWorker);
      await this.#openSite(page, 'warm', false);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const spent = async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
      };
      const times: number[] = [];
      for (const q of queries) {
        await page.evaluate(submitQueries, { queries: [q, 'qqqzzz'], warm: false });
        const before = await spent();
        await page.evaluate(submitQueries, { queries: [q], warm: false });
        times.push((await spent()) - before);
      }
      return times;
    });
  }

  /** Milliseconds on a slow phone from opening the search page with a query, nothing cached, to its results. */
  async siteOnSlowPhone(q: string): Promise<number> {
    return this.#inPage(async (page) => {
      await makeSlowPhone(page);
      const started = performance.now();
      await this.#openSite(page, q, false);
      return performance.now() - started;
    });
  }

  /** The same of Pagefind on a page that is nothing else. */
  async pagefindOnSlowPhone(q: string): Promise<number> {
    return this.#inPage(async (page) => {
      await makeSlowPhone(page);
      const started = performance.now();
      await page.goto(`${this.#server.url}/pagefind-page`);
      await page.evaluate(pagefindSearch, [q]);
      return performance.now() - started;
    });
  }

  /** A query typed on a slow phone, a key every 150 ms, into a page that has been open for a while. */
  async siteTypedOnSlowPhone(q: string): Promise<TypedQuery> {
    return this.#inPage(async (page) => {
      await makeSlowPhone(page);
      await this.#openSite(page, '', true);
      let begun = 0;
      let cancelled = 0;
      page.on('request', () => begun++);
      page.on('requestfailed', () => cancelled++);
      await page.keyboard.type(q, { delay: 150 });
      const typed = performance.now();
      await page.waitForURL((address) => address.searchParams.get('q') === q);
      await page.waitForFunction(() => !document.querySelector('#search-page')!.hasAttribute('aria-busy'));
      return { milliseconds: performance.now() - typed, begun, cancelled };
    });
  }

  /** Bytes of heap, buffers included, after queries on the page's own thread. */
  async siteHeap(queries: string[]): Promise<number> {
    return this.#inPage(async (page) => {
      await page.addInitScript(withoutWorker);
      await this.#openSite(page, 'warm', false);
      await page.evaluate(submitQueries, { queries, warm: false });
      return heapOf(page);
    });
  }

  async fullIndexHeap(queries: string[]): Promise<number> {
    return this.#inPage(async (page) => {
      await page.goto(`${this.#server.url}/full-page`);
      await page.evaluate(fullIndexSearch, queries);
      return heapOf(page);
    });
  }

  /** What Pagefind loads for queries in one page, and the addresses it found. */
  async pagefind(queries: string[]): Promise<{ sent: Sent[]; answers: string[][] }> {
    this.#server.takeSent();
    const answers = await this.#inPage(async (page) => {
      await page.goto(`${this.#server.url}/pagefind-page`);
      return page.evaluate(pagefindSearch, queries);
    });
    return { sent: this.#server.takeSent().filter(({ path }) => path !== '/pagefind-page'), answers };
  }

  async #openSite(page: Page, q: string, idle: boolean): Promise<void> {
    const query = q === '' ? '' : `?${new URLSearchParams({ q })}`;
    await page.goto(`${this.#server.url}/site/search/${query}`);
    if (q !== '') {
      await page.waitForFunction(
        () =>
          ['status', 'error-text'].some(
            (part) => document.querySelector(`[data-search="${part}"]`)!.textContent !== '',
          ) && !document.querySelector('#search-page')!.hasAttribute('aria-busy'),
      );
    }
    const error = await page.locator('[data-search="error-text"]').textContent();
    if (error) throw new Error(`The search page could not search for "${q}": ${error}`);
    if (idle) await page.waitForLoadState('networkidle');
  }

  #countedSent(): Sent[] {
    return this.#server
      .takeSent()
      .filter(
        ({ path }) => path !== '/site/search/' && !this.#siteChrome.has(path) && !path.endsWith('.woff2'),
      );
  }

  async #inPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
    // Without the service worker, which fetches pages of the site for reading offline.
    const context = await this.#browser.newContext({ serviceWorkers: 'block' });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(600_000);
      return await use(page);
    } finally {
      await context.close();
    }
  }
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}
