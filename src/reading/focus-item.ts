/** Gives an item of a list the focus: its first link, or what opens it while it is folded. */
export function focusItem(item: HTMLElement): void {
  const link = item.querySelector<HTMLElement>('a');
  const target = link?.checkVisibility() === true ? link : item.querySelector<HTMLElement>('summary');
  target?.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'nearest' });
}
