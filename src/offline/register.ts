import type { MarkStore } from '#reading/mark-store.ts';
import { slugsMarked } from '#reading/marks.ts';
import type { SavedMessage } from './schema.ts';

/** Milliseconds that a page stands before the rest of the site is fetched. */
const quietMilliseconds = 2000;

/**
 * Has the browser keep the site for reading offline, once the page has loaded and fetches nothing more for its reader,
 * such as results of a search, which on a slow connection would wait long behind a whole site; not when its owner saves
 * data. Tells the worker which papers are saved, now and whenever that changes. `base` is the site's base path.
 */
export function registerOffline(window: Window, base: string, store: MarkStore): void {
  const { serviceWorker, connection } = window.navigator as Navigator & {
    connection?: { saveData: boolean };
  };
  if (serviceWorker === undefined || connection?.saveData) return;
  let told = '';
  const tellSaved = async (): Promise<void> => {
    const { active } = await serviceWorker.ready;
    const slugs = slugsMarked(store.marks(), 'saved');
    if (slugs.join() === told) return;
    told = slugs.join();
    active?.postMessage({ kind: 'saved', slugs } satisfies SavedMessage);
  };
  const register = async (): Promise<void> => {
    await untilQuiet(window.document);
    try {
      await serviceWorker.register(`${base}sw.js`, { scope: base, updateViaCache: 'none' });
    } catch {
      // Private windows and browsers with storage switched off refuse; the site works as before.
      return;
    }
    store.onChange(() => void tellSaved());
    await tellSaved();
  };
  if (window.document.readyState === 'complete') void register();
  else window.addEventListener('load', () => void register());
}

/** A page that fetches something for its reader says so by `aria-busy`. */
async function untilQuiet(page: Document): Promise<void> {
  do {
    await new Promise((resolve) => setTimeout(resolve, quietMilliseconds));
  } while (page.querySelector('[aria-busy="true"]') !== null);
}
