import { focusItem } from './focus-item.ts';
import { createHelpDialog } from './help-dialog.ts';
import { type Command, createShortcutReader } from './shortcuts.ts';

/** What the commands need of the site: where its pages are, and whether the reader wants keys at all. */
export interface KeyboardOptions {
  base: string;
  isOn: () => boolean;
}

/** `press` acts as a key says that is pressed in the page, `showHelp` shows all keys. */
export interface Keyboard {
  press(event: KeyboardEvent): void;
  showHelp(): void;
}

/**
 * Makes the site's keys work: they move from card to card, act on the card that has the focus (or on the paper of the
 * page), and lead to other pages. Keys typed into a field, or with a modifier, are left alone.
 */
export function createKeyboard(page: Document, { base, isOn }: KeyboardOptions): Keyboard {
  const showHelp = createHelpDialog(page);
  const read = createShortcutReader();
  const go = (path: string): void => page.defaultView!.location.assign(base + path);
  const run: Record<Command, () => void> = {
    'next-paper': () => step(page, 1),
    'previous-paper': () => step(page, -1),
    'open-paper': () => current(page)?.querySelector<HTMLAnchorElement>('.card-title a')?.click(),
    'toggle-abstract': () => current(page)?.querySelector<HTMLElement>('.card-abstract > summary')?.click(),
    'mark-saved': () => press(page, 'saved'),
    'mark-read': () => press(page, 'read'),
    'mark-hidden': () => press(page, 'hidden'),
    'next-page': () => turn(page, 'next'),
    'previous-page': () => turn(page, 'prev'),
    search: () => visible(page, 'input[type="search"]')[0]?.focus(),
    help: showHelp,
    'go-home': () => go(''),
    'go-topics': () => go('topics/'),
    'go-dates': () => go('dates/'),
    'go-saved': () => go('saved/'),
  };
  return {
    showHelp,
    press(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !isOn()) return;
      if ((event.target as Element).closest('input, textarea, select, dialog, [contenteditable]')) return;
      const command = read(event.key, event.timeStamp);
      if (command === null) return;
      event.preventDefault();
      run[command]();
    },
  };
}

function visible(page: Document, selector: string): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
}

/** The card that has the focus, else the paper that the page is about. */
function current(page: Document): HTMLElement | null {
  const { activeElement } = page;
  return activeElement?.closest<HTMLElement>('[data-paper]') ?? page.querySelector<HTMLElement>('.paper');
}

/** Follows the link of the page to what comes after or before it. */
function turn(page: Document, rel: 'next' | 'prev'): void {
  visible(page, `main a[rel="${rel}"]`)[0]?.click();
}

/** Gives the focus to the card after or before the one that has it; the first one where no list has it. */
function step(page: Document, by: 1 | -1): void {
  const next = neighbour(page, by);
  if (next) focusItem(next);
}

function neighbour(page: Document, by: 1 | -1): HTMLElement | undefined {
  const from = page.activeElement ?? page.body;
  const all = visible(page, 'main .card');
  const others = all.filter((card) => !card.contains(from));
  if (by === -1) return others.findLast((card) => isAfter(card, from));
  return others.find((card) => isAfter(from, card)) ?? (from.closest('.cards') ? undefined : all[0]);
}

const isAfter = (earlier: Node, later: Node): boolean =>
  (earlier.compareDocumentPosition(later) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Presses the paper's button for a mark. Where that takes its card out of the list, the next one has the focus. */
function press(page: Document, kind: string): void {
  const paper = current(page);
  const button = [...(paper?.querySelectorAll<HTMLButtonElement>(`button[data-mark="${kind}"]`) ?? [])].find(
    (candidate) => candidate.closest('[data-paper]') === paper,
  );
  const next = neighbour(page, 1);
  button?.click();
  if (paper?.checkVisibility() === false && next) focusItem(next);
}
