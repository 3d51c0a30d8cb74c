import type { MarkStore } from './mark-store.ts';
import { type MarkKind, markKinds } from './marks.ts';

/** The event that a script sends to the document when it has put cards into the page. */
export const cardsShown = 'cards-shown';

const words: Record<MarkKind, [give: string, given: string]> = {
  saved: ['Save', 'Saved'],
  read: ['Mark as read', 'Read'],
  hidden: ['Hide', 'Hidden'],
};

/**
 * Shows marks on everything of the page that stands for a paper (`data-paper`) by the classes `is-saved`, `is-read`,
 * `is-hidden`, and makes the buttons in it (`data-mark`) give and take them. A list says how many of its papers are
 * hidden, and shows them on request.
 */
export function installPageMarks(page: Document, store: MarkStore): void {
  page.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>('button[data-mark]');
    const paper = button?.closest<HTMLElement>('[data-paper]')?.dataset['paper'];
    if (button && paper !== undefined) store.toggle(paper, kindOf(button));
  });
  store.onChange(() => showMarks(page, store));
  page.addEventListener(cardsShown, () => showMarks(page, store));
  showMarks(page, store);
}

function showMarks(page: Document, store: MarkStore): void {
  const marks = store.marks();
  for (const element of page.querySelectorAll<HTMLElement>('[data-paper]')) {
    const mark = marks.get(element.dataset['paper']!) ?? {};
    for (const kind of markKinds) element.classList.toggle(`is-${kind}`, mark[kind] !== undefined);
    for (const button of element.querySelectorAll<HTMLButtonElement>('button[data-mark]'))
      if (button.closest('[data-paper]') === element) nameButton(button, mark[kindOf(button)] !== undefined);
  }
  page.querySelectorAll<HTMLElement>('ol.cards').forEach(tellHidden);
}

const kindOf = (button: HTMLButtonElement): MarkKind => button.dataset['mark'] as MarkKind;

function nameButton(button: HTMLButtonElement, isGiven: boolean): void {
  button.textContent = words[kindOf(button)][isGiven ? 1 : 0];
  button.setAttribute('aria-pressed', String(isGiven));
}

function tellHidden(list: HTMLElement): void {
  const hidden = list.querySelectorAll(':scope > .is-hidden').length;
  let note = list.nextElementSibling;
  if (!note?.matches('.hidden-note')) {
    if (hidden === 0) return;
    note = list.ownerDocument.createElement('p');
    note.className = 'note hidden-note';
    list.after(note);
  }
  const button = list.ownerDocument.createElement('button');
  const isShown = list.classList.contains('shows-hidden');
  button.type = 'button';
  button.textContent = isShown ? 'Hide again' : 'Show';
  button.addEventListener('click', () => {
    list.classList.toggle('shows-hidden');
    tellHidden(list);
  });
  note.replaceChildren(
    `${hidden} hidden ${hidden === 1 ? 'paper' : 'papers'} `,
    ...(hidden > 0 ? [button] : []),
  );
  note.toggleAttribute('hidden', hidden === 0);
}
