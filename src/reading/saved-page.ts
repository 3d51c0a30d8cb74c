import type { Urls } from '#site/urls.ts';
import type { MarkStore } from './mark-store.ts';
import { installMarkTransfer } from './mark-transfer.ts';
import { installMarkedPapers } from './marked-papers.ts';
import { cardsShown } from './page-marks.ts';
import { PaperLibrary } from './paper-library.ts';
import { installSavedList } from './saved-list.ts';

/**
 * Papers that come one by one are shown after so long, and then ever less often: each showing goes through all cards.
 */
const firstWaitMilliseconds = 400;
const waitGrowth = 1.5;

/**
 * Makes the page of saved papers work: its lists of saved, hidden and read papers follow the marks, also those given in
 * other tabs. `base` is the site's base path.
 */
export async function installSavedPage(
  page: Document,
  store: MarkStore,
  urls: Urls,
  base: string,
): Promise<void> {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let waitMilliseconds = firstWaitMilliseconds;
  installMarkTransfer(page, store);
  const library = await PaperLibrary.open({
    base,
    urlOf: urls.paper,
    isKept: (slug) => store.marks().has(slug),
    onPaper: (isLast) => {
      if (isLast) {
        show();
        waitMilliseconds = firstWaitMilliseconds;
      } else if (waiting === undefined) {
        waiting = setTimeout(show, waitMilliseconds);
        waitMilliseconds *= waitGrowth;
      }
    },
  });
  const parts = { store, urls, library };
  const fold = (id: string): HTMLDetailsElement => page.querySelector<HTMLDetailsElement>(id)!;
  const shows = [
    installSavedList(page, parts),
    installMarkedPapers(fold('#hidden-papers'), 'hidden', parts),
    installMarkedPapers(fold('#read-papers'), 'read', parts),
  ];
  function show(): void {
    clearTimeout(waiting);
    waiting = undefined;
    for (const showPart of shows) showPart();
    page.dispatchEvent(new Event(cardsShown));
  }
  store.onChange(show);
  show();
}
