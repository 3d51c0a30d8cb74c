import { focusItem } from './focus-item.ts';
import { cardsShown } from './page-marks.ts';

/** What a place in the history keeps of a list that was left by one of its papers. */
interface LeftList {
  /** Address of the paper that was opened by keyboard. */
  paper?: string;
  /** Pixels that the page was scrolled down. */
  scrolled?: number;
}

/**
 * Brings a reader who comes back from a paper to where its list was left, where a browser that loads the page again
 * does not: the card that was opened by keyboard has the focus again, and a list that a script makes, which is too
 * short to scroll to when the browser tries, is scrolled once it is long enough, unless the reader has done something
 * before.
 */
export function installReturnPlace(page: Document): void {
  const window = page.defaultView!;
  const { history } = window;
  page.addEventListener('click', ({ target, detail }) => {
    const link = (target as Element).closest('.card-title a');
    const slug = link?.closest<HTMLElement>('.card')?.dataset['paper'];
    if (slug === undefined) return;
    // A click of a key has no count.
    const left: LeftList = { scrolled: window.scrollY, ...(detail === 0 && { paper: slug }) };
    history.replaceState(left, '');
  });
  const { paper, scrolled } = (history.state ?? {}) as LeftList;
  if (paper !== undefined) focusAgain(page, paper);
  if (scrolled !== undefined) scrollAgain(window, scrolled);
}

function focusAgain(page: Document, slug: string): void {
  const restore = (): void => {
    const card = page.querySelector<HTMLElement>(`.card[data-paper="${CSS.escape(slug)}"]`);
    if (card && page.activeElement === page.body) focusItem(card);
  };
  page.addEventListener(cardsShown, restore, { once: true });
  restore();
}

function scrollAgain(window: Window, scrolled: number): void {
  const { document: page } = window;
  const waiting = new AbortController();
  const { signal } = waiting;
  page.addEventListener(
    cardsShown,
    () => {
      const { documentElement } = page;
      if (documentElement.scrollHeight - documentElement.clientHeight < scrolled) return;
      waiting.abort();
      documentElement.scrollTop = scrolled;
    },
    { signal },
  );
  for (const event of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
    page.addEventListener(event, () => waiting.abort(), { signal, passive: true });
}
