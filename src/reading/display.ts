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

/**
 * Makes the display menu of the page work: it shows what is chosen, applies a choice at once and keeps it. Each choice
 * is added to what is kept, so that tabs do not undo each other, and a page follows what is chosen in another tab.
 * Where nothing can be kept, choices hold for this page.
 */
export function installDisplayMenu(page: Document, storage: Storage | null): void {
  const menu = page.querySelector<HTMLDetailsElement>('#display');
  if (!menu) return;
  const { dataset } = page.documentElement;
  // The colour of the browser's own bars.
  const bars = page.createElement('meta');
  bars.name = 'theme-color';
  page.head.append(bars);
  let unstored: DisplayChoices | null = null;
  const chosen = (): DisplayChoices => unstored ?? readDisplay(storage?.getItem(displayKey) ?? null);
  const show = (): void => {
    const choices = chosen();
    for (const name of names) {
      const value = choices[name] ?? '';
      if (value === '') delete dataset[name];
      else dataset[name] = value;
      for (const input of menu.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`))
        input.checked = input.value === value;
    }
    bars.content = getComputedStyle(page.documentElement).backgroundColor;
  };
  menu.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    const text = JSON.stringify({ ...chosen(), [name]: value });
    try {
      // No storage ends as a full one does.
      storage!.setItem(displayKey, text);
    } catch {
      unstored = readDisplay(text);
    }
    show();
  });
  const view = page.defaultView!;
  view.addEventListener('storage', ({ key }) => {
    if (key === displayKey || key === null) show();
  });
  // A page that is come back to may be older than a choice, and browsers restore the buttons of then.
  view.addEventListener('pageshow', show);
  show();
  page.addEventListener('click', ({ target }) => {
    if (!menu.contains(target as Node)) menu.open = false;
  });
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}
