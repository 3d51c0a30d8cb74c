import { readablePages, type ReadablePage } from './readable-pages.ts';

/**
 * Fills the page that stands in for those that cannot be had: what happened, seen from the address that was asked for,
 * and what can be read.
 */
export async function installOfflinePage(page: Document, base: string): Promise<void> {
  const isStandIn = page.location.pathname !== `${base}offline/`;
  page.querySelector<HTMLElement>('#stand-in')!.hidden = !isStandIn;
  page.querySelector('#try-again')!.addEventListener('click', () => page.location.reload());
  if (isStandIn) reloadWhenOnline(page);
  if (!('caches' in globalThis)) return;
  const { shell, saved, visited } = await readablePages(caches, base);
  const lists = { '#readable-digests': shell, '#readable-saved': saved, '#readable-visited': visited };
  for (const [id, pages] of Object.entries(lists)) showList(page.querySelector<HTMLElement>(id)!, pages);
}

const steadyMilliseconds = 1000;

/** Loads the page again once there is a connection that lasts, unless the reader is on the way to another page. */
function reloadWhenOnline(page: Document): void {
  let reload: ReturnType<typeof setTimeout> | undefined;
  globalThis.addEventListener('online', () => {
    reload = setTimeout(() => page.location.reload(), steadyMilliseconds);
  });
  for (const event of ['offline', 'beforeunload'])
    globalThis.addEventListener(event, () => clearTimeout(reload));
}

function showList(section: HTMLElement, pages: readonly ReadablePage[]): void {
  const items = pages.map(({ path, title }) => {
    const item = section.ownerDocument.createElement('li');
    const link = section.ownerDocument.createElement('a');
    link.href = path;
    link.textContent = title;
    item.append(link);
    return item;
  });
  section.querySelector('ul')!.replaceChildren(...items);
  section.hidden = pages.length === 0;
}
