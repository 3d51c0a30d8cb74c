import type { Keyboard, KeyboardOptions } from './keyboard.ts';

/**
 * Makes the site's keys work, and the buttons with `data-opens="keys"`, which list them. The code for it is loaded at
 * once where there is something that hovers, since keyboards stand beside mice; phones load it when they are asked for
 * it. Keys that are pressed before it is there act when it is.
 */
export function installKeys(page: Document, options: KeyboardOptions): void {
  let loading: Promise<Keyboard> | undefined;
  let keyboard: Keyboard | undefined;
  const whenLoaded = (act: (keyboard: Keyboard) => void): void => {
    if (keyboard) return act(keyboard);
    loading ??= import('./keyboard.ts').then(
      ({ createKeyboard }) => (keyboard = createKeyboard(page, options)),
    );
    // Without a network keys do nothing, and the next one tries again.
    loading.then(act, () => (loading = undefined));
  };
  page.addEventListener('keydown', (event) => whenLoaded((loaded) => loaded.press(event)));
  page.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('[data-opens="keys"]')) whenLoaded((loaded) => loaded.showHelp());
  });
  if (page.defaultView!.matchMedia('(any-hover: hover)').matches) whenLoaded(() => {});
}
