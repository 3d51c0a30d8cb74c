/**
 * Keys of the search page: `/` goes to the field from anywhere, the down arrow from the field into the results, arrows
 * from result to result, and the up arrow from the first back to the field. Enter follows a result as any link.
 */
export function installKeyboard(page: Document, field: HTMLInputElement, results: HTMLElement): void {
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const isTyping = target.matches('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !isTyping) {
      event.preventDefault();
      field.focus();
      field.select();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const links = [...results.querySelectorAll<HTMLElement>('.card-title a')];
    const index = links.indexOf(target);
    if (target !== field && index < 0) return;
    const next = index + step;
    if (next >= links.length || (target === field && step < 0)) return;
    event.preventDefault();
    (next < 0 ? field : links[next]!).focus();
  });
}
