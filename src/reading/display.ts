/** Where the reader's display choices are kept; `public/theme.js` applies them before the first paint. */
export const displayKey = 'paper-digest.display';

const names = ['theme', 'size', 'measure', 'keys'] as const;

/** The choices that differ from the defaults. */
export type DisplayChoices = Partial<Record<(typeof names)[number], string>>;

/** Reads kept choices; what is not an object of strings counts as none. */
export function readDisplay(stored: string | null): DisplayChoices {
  try {
    const parsed: unknown = JSON.parse(stored ?? '{}');
    const choices: DisplayChoices = {};
    if (typeof parsed === 'object' && parsed !== null)
      for (const name of names) {
        const value = (parsed as Record<string, unknown>)[name];
        if (typeof value === 'string' && value !== '') choices[name] = value;
      }
    return choices;
  } catch {
    return {};
  }
}

/** Makes the display menu of the page work: it shows what is chosen, applies a choice at once and keeps it. */
export function installDisplayMenu(page: Document): void {
  const menu = page.querySelector<HTMLDetailsElement>('#display');
  if (!menu) return;
  const root = page.documentElement;
  for (const name of names) {
    for (const input of inputsOf(menu, name)) input.checked = input.value === (root.dataset[name] ?? '');
  }
  menu.addEventListener('change', () => {
    const choices: DisplayChoices = {};
    for (const name of names) {
      const value = inputsOf(menu, name).find(({ checked }) => checked)?.value ?? '';
      if (value === '') delete root.dataset[name];
      else root.dataset[name] = choices[name] = value;
    }
    keep(choices);
  });
  page.addEventListener('click', ({ target }) => {
    if (!menu.contains(target as Node)) menu.open = false;
  });
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}

const inputsOf = (menu: Element, name: string): HTMLInputElement[] => [
  ...menu.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`),
];

function keep(choices: DisplayChoices): void {
  try {
    localStorage.setItem(displayKey, JSON.stringify(choices));
  } catch {
    // Without storage the choice holds for this page.
  }
}
