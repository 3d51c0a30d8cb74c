import type { Page } from '@playwright/test';

/** The slowdown of the processor that stands for a phone. */
export const slowdown = 4;

/** "Slow 4G" as browsers' own tools have it: 562.5 ms a round trip, 1.6 Mbit/s down and .75 up, less a tenth. */
const slow4g = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (0.75e6 / 8) * 0.9,
};

/** Makes a page, and the workers it starts, as slow as a phone on a slow network. */
export async function makeSlowPhone(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4g);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** What a query took that was typed key by key. */
export interface TypedQuery {
  /** Milliseconds from the last key to its results, with the page open before. */
  milliseconds: number;
  /** Requests that were begun, and those of them that the next key made needless. */
  begun: number;
  cancelled: number;
}
