import { focusItem } from './focus-item.ts';
import type { MarkStore } from './mark-store.ts';
import type { MarkKind } from './marks.ts';

/** What is said where a paper leaves its list since a mark was taken. */
const words = { saved: 'No longer saved', read: 'No longer read', hidden: 'Shown again' };

/**
 * A change of a mark that took a paper's item out of its list, where it stood before `next`; `was` is the mark before.
 */
export interface Departure {
  item: HTMLElement;
  list: ParentNode;
  next: Node | null;
  kind: MarkKind;
  was: string | undefined;
}

/**
 * Returns what puts a line with an Undo button in the place of a paper that just left its list. Screen readers are
 * told, and the focus goes to the button if it would be lost. There is one such line, for the last paper; it goes when
 * the paper is back.
 */
export function installUndo(page: Document, store: MarkStore): (departure: Departure) => void {
  const row = page.createElement('li');
  const button = page.createElement('button');
  const status = page.createElement('p');
  row.className = 'undo';
  button.type = 'button';
  button.className = 'link';
  button.textContent = 'Undo';
  status.className = 'visually-hidden';
  status.setAttribute('aria-live', 'polite');
  page.querySelector('main')!.append(status);
  let last: Departure | undefined;

  store.onChange(() => {
    if (!last?.item.checkVisibility()) return;
    row.remove();
    status.textContent = '';
  });
  button.addEventListener('click', () => {
    const { item, kind, was } = last!;
    store.restore(item.dataset['paper']!, kind, was);
    row.remove();
    focusItem(item);
  });
  return (departure) => {
    const { item, list, next, kind, was } = (last = departure);
    // A mark that is given takes a paper out of a list only by hiding it.
    const said = was === undefined ? 'Hidden' : words[kind];
    row.replaceChildren(`${said}. `, button);
    list.insertBefore(row, next);
    status.textContent = `${said}: ${item.dataset['paper']!.replaceAll('-', ' ')}`;
    const active = page.activeElement;
    if (active === page.body || item.contains(active)) button.focus();
  };
}
