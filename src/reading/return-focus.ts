import { focusItem } from './focus-item.ts';
import { cardsShown } from './page-marks.ts';

/**
 * Gives the focus back to the card whose paper was opened by keyboard, when the reader comes back to its list: a browser
 * that loads a page again forgets what had it.
 */
export function installReturnFocus(page: Document): void {
  const { history } = page.defaultView!;
  page.addEventListener('click', ({ target, detail }) => {
    const link = (target as Element).closest('.card-title a');
    const slug = link?.closest<HTMLElement>('.card')?.dataset['paper'];
    // A click of a key has no count.
    if (slug !== undefined && detail === 0) history.replaceState({ ...history.state, paper: slug }, '');
  });
  const slug = (history.state as { paper?: string } | null)?.paper;
  if (slug === undefined) return;
  const restore = (): void => {
    const card = page.querySelector<HTMLElement>(`.card[data-paper="${CSS.escape(slug)}"]`);
    if (card && page.activeElement === page.body) focusItem(card);
  };
  page.addEventListener(cardsShown, restore, { once: true });
  restore();
}
