import type { Markup } from '#views/html.ts';

/**
 * Returns what makes a list hold just the items of these keys, in this order. An item is made once, from what `write`
 * says then, and stays the same element also while it is away, so that neither focus nor what is opened is lost. The
 * line with an Undo button (see `installUndo`) stays at its place.
 */
export function keyedItems(
  list: HTMLElement,
  write: (key: string) => Markup,
): (keys: readonly string[]) => HTMLElement[] {
  const made = new Map<string, HTMLElement>();
  const itemOf = (key: string): HTMLElement => {
    const item = made.get(key) ?? elementOf(list.ownerDocument, write(key));
    made.set(key, item);
    return item;
  };
  return (keys) => {
    const items = keys.map(itemOf);
    const wanted = new Set<Element>(items);
    for (const child of [...list.children]) if (!wanted.has(child) && !child.matches('.undo')) child.remove();
    let place = list.firstElementChild;
    for (const item of items) {
      if (place?.matches('.undo')) place = place.nextElementSibling;
      if (item === place) place = place.nextElementSibling;
      else list.insertBefore(item, place);
    }
    return items;
  };
}

function elementOf(page: Document, markup: Markup): HTMLElement {
  const template = page.createElement('template');
  template.innerHTML = markup.text;
  return template.content.firstElementChild as HTMLElement;
}
