import { shortcuts } from './shortcuts.ts';

/** What shows a dialog that lists the keys; it is made when it is first shown. */
export function createHelpDialog(page: Document): () => void {
  let dialog: HTMLDialogElement | null = null;
  return () => {
    dialog ??= page.body.appendChild(createDialog(page));
    if (!dialog.open) dialog.showModal();
  };
}

function createDialog(page: Document): HTMLDialogElement {
  const dialog = page.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-labelledby', 'keys-heading');
  const heading = page.createElement('h2');
  heading.id = 'keys-heading';
  heading.textContent = 'Keys';
  const list = page.createElement('dl');
  for (const { keys, does } of shortcuts) {
    const term = page.createElement('dt');
    keys.forEach((key, index) => {
      const kbd = page.createElement('kbd');
      kbd.textContent = key;
      term.append(...(index === 0 ? [] : [' ']), kbd);
    });
    const description = page.createElement('dd');
    description.textContent = does;
    list.append(term, description);
  }
  const close = page.createElement('button');
  close.type = 'button';
  close.className = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.append(heading, list, close);
  return dialog;
}
