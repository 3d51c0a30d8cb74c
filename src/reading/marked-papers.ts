import type { Urls } from '#site/urls.ts';
import { formatNumber } from '#views/format.ts';
import { html, type Markup } from '#views/html.ts';
import { keyedItems } from './keyed-items.ts';
import type { MarkStore } from './mark-store.ts';
import { type MarkKind, slugsMarked } from './marks.ts';
import type { PaperLibrary } from './paper-library.ts';

/** Papers shown at first, and more at each request: a reader of years has thousands of read ones. */
const pageSize = 50;

const takes: Record<MarkKind, string> = {
  saved: 'Remove',
  read: 'Mark as unread',
  hidden: 'Show again',
};

/** A paper by its title, and a button that takes a mark from it; the words of its address while no title is known. */
export function markedRow(slug: string, kind: MarkKind, urls: Urls): Markup {
  return html`<li data-paper="${slug}">
    <a href="${urls.paper(slug)}">${slug.replaceAll('-', ' ')}</a>
    <button type="button" class="link" data-unmark="${kind}">${takes[kind]}</button>
  </li>`;
}

/**
 * Makes a folded list of the papers with a mark, the latest marked first, and the link to it. Returns what shows the
 * marks as they are and the titles as far as they are known.
 */
export function installMarkedPapers(
  fold: HTMLDetailsElement,
  kind: MarkKind,
  { store, urls, library }: { store: MarkStore; urls: Urls; library: PaperLibrary },
): () => void {
  const list = fold.querySelector('ul')!;
  const more = fold.querySelector<HTMLButtonElement>('[data-more]')!;
  const link = fold.ownerDocument.querySelector<HTMLElement>(`a[href="#${fold.id}"]`)!;
  const placeItems = keyedItems(list, (slug) => markedRow(slug, kind, urls));
  const titled = new WeakSet<Element>();
  let limit = pageSize;
  const show = (): HTMLElement[] => {
    const slugs = slugsMarked(store.marks(), kind);
    for (const place of [fold, link]) place.querySelector('.count')!.textContent = formatNumber(slugs.length);
    // An open one stays, for its last paper to be brought back.
    link.hidden = fold.hidden = slugs.length === 0 && !fold.open;
    if (!fold.open) return [];
    const shown = slugs.slice(0, limit);
    library.want(shown);
    more.hidden = slugs.length <= limit;
    more.textContent = `Show ${Math.min(pageSize, slugs.length - limit)} more`;
    const items = placeItems(shown);
    for (const item of items) {
      const title = library.get(item.dataset['paper']!)?.card.titleHtml;
      if (title === undefined || titled.has(item)) continue;
      item.querySelector('a')!.innerHTML = title;
      titled.add(item);
    }
    return items;
  };
  fold.addEventListener('toggle', show);
  link.addEventListener('click', () => {
    fold.open = true;
  });
  more.addEventListener('click', () => {
    const first = limit;
    limit += pageSize;
    show()[first]?.querySelector('a')!.focus();
  });
  return () => void show();
}
