import type { MarkStore } from './mark-store.ts';
import { type MarkKind, markKinds } from './marks.ts';
import { installUndo } from './undo.ts';

/** The event that a script sends to the document when it has put cards into the page. */
export const cardsShown = 'cards-shown';

const words: Record<MarkKind, [give: string, given: string]> = {
  saved: ['Save', 'Saved'],
  read: ['Mark as read', 'Read'],
  hidden: ['Hide', 'Hidden'],
};

/**
 * Shows marks on everything of the page that stands for a paper (`data-paper`) by the classes `is-saved`, `is-read`,
 * `is-hidden`, and makes the buttons in it give and take them (`data-mark`, named by the mark) or take them only
 * (`data-unmark`). A paper that leaves its list by that can be brought back at its place. A list says how many of its
 * papers are hidden, and shows them on request, unless it shows them anyway (`keeps-hidden`).
 */
export function installPageMarks(page: Document, store: MarkStore): void {
  store.onChange(() => showMarks(page, store));
  page.addEventListener(cardsShown, () => showMarks(page, store));
  const offerUndo = installUndo(page, store);
  page.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>('button[data-mark], button[data-unmark]');
    const item = button?.closest<HTMLElement>('[data-paper]');
    if (!button || !item) return;
    const kind = kindOf(button);
    const { parentNode, nextSibling: next } = item;
    const was = store.toggle(item.dataset['paper']!, kind);
    if (!item.checkVisibility()) offerUndo({ item, list: parentNode!, next, kind, was });
  });
  showMarks(page, store);
}

function showMarks(page: Document, store: MarkStore): void {
  const marks = store.marks();
  page.querySelectorAll<HTMLElement>('.card').forEach(describeControls);
  for (const element of page.querySelectorAll<HTMLElement>('[data-paper]')) {
    const mark = marks.get(element.dataset['paper']!) ?? {};
    for (const kind of markKinds) element.classList.toggle(`is-${kind}`, mark[kind] !== undefined);
    for (const button of element.querySelectorAll<HTMLButtonElement>('button[data-mark]'))
      if (button.closest('[data-paper]') === element) nameButton(button, mark[kindOf(button)] !== undefined);
  }
  page.querySelectorAll<HTMLElement>('ol.cards:not(.keeps-hidden)').forEach(tellHidden);
}

/** The cards described so far: a paper may have several on a page. */
let describedCards = 0;

/**
 * Describes what a card has to press by its title, as a screen reader that goes from button to button, or lists them,
 * meets the same names in each card.
 */
function describeControls(card: HTMLElement): void {
  const title = card.querySelector('.card-title');
  if (title === null || title.id !== '') return;
  title.id = `card-title-${(describedCards += 1)}`;
  for (const control of card.querySelectorAll('button[data-mark], .card-abstract > summary'))
    control.setAttribute('aria-describedby', title.id);
}

const kindOf = ({ dataset }: HTMLButtonElement): MarkKind =>
  (dataset['mark'] ?? dataset['unmark']) as MarkKind;

function nameButton(button: HTMLButtonElement, isGiven: boolean): void {
  button.textContent = words[kindOf(button)][isGiven ? 1 : 0];
  button.setAttribute('aria-pressed', String(isGiven));
}

function tellHidden(list: HTMLElement): void {
  const hidden = list.querySelectorAll(':scope > .is-hidden').length;
  let note = list.nextElementSibling as HTMLElement | null;
  if (!note?.matches('.hidden-note')) {
    if (hidden === 0) return;
    list.after((note = createHiddenNote(list)));
  }
  note.hidden = hidden === 0;
  note.firstChild!.textContent = `${hidden} hidden ${hidden === 1 ? 'paper' : 'papers'} `;
}

function createHiddenNote(list: HTMLElement): HTMLElement {
  const page = list.ownerDocument;
  const note = page.createElement('p');
  const button = page.createElement('button');
  note.className = 'note hidden-note';
  button.type = 'button';
  button.textContent = 'Show';
  button.addEventListener('click', () => {
    button.textContent = list.classList.toggle('shows-hidden') ? 'Hide again' : 'Show';
  });
  note.append('', button);
  return note;
}
