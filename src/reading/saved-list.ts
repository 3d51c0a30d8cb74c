import type { CitationRecord } from '#citation/schema.ts';
import type { Urls } from '#site/urls.ts';
import { formatCount, formatNumber } from '#views/format.ts';
import { paperCard } from '#views/paper-card.ts';
import { download } from './download.ts';
import { keyedItems } from './keyed-items.ts';
import type { MarkStore } from './mark-store.ts';
import { markedRow } from './marked-papers.ts';
import { slugsMarked } from './marks.ts';
import type { PaperLibrary } from './paper-library.ts';
import { referenceFormats } from './reference-formats.ts';

/**
 * Makes the list of saved papers, the latest saved first, and downloads of it in every reference format, once all of it
 * is there. Returns what shows the marks as they are and the papers as far as they are known.
 */
export function installSavedList(
  page: Document,
  { store, urls, library }: { store: MarkStore; urls: Urls; library: PaperLibrary },
): () => void {
  const part = <T extends HTMLElement>(id: string): T => page.querySelector<T>(`#${id}`)!;
  const list = part('saved-list');
  const unreached = part('saved-unreached');
  const formats = part('saved-formats');
  const placeCards = keyedItems(list, (slug) => paperCard(library.get(slug)!.card, urls, { heading: 2 }));
  const placeUnreached = keyedItems(unreached.querySelector('ul')!, (slug) => markedRow(slug, 'saved', urls));
  const saved = (): string[] => slugsMarked(store.marks(), 'saved');

  formats.addEventListener('click', ({ target }) => {
    const { exportFormat } = (target as HTMLElement).dataset;
    const format = referenceFormats.find(({ name }) => name === exportFormat);
    if (!format) return;
    const records: CitationRecord[] = saved().flatMap((slug) => library.get(slug)?.citation ?? []);
    download(page, format.file, format.type, format.write(records));
  });

  return () => {
    const slugs = saved();
    library.want(slugs);
    const found = slugs.filter((slug) => library.get(slug));
    const missing = slugs.filter((slug) => library.get(slug) === null);
    const isComplete = found.length + missing.length === slugs.length;
    placeCards(found);
    placeUnreached(missing);
    unreached.hidden = missing.length === 0;
    part('nothing-saved').hidden = slugs.length > 0;
    list.ariaBusy = String(!isComplete);
    for (const button of formats.querySelectorAll('button'))
      button.disabled = !isComplete || found.length === 0;
    tell(part('saved-status'), slugs.length, isComplete, missing.length);
  };
}

/** Says how many papers are saved. The same is not said again, since screen readers would read it out again. */
function tell(status: HTMLElement, saved: number, isComplete: boolean, missing: number): void {
  const said = [
    formatCount(saved, 'paper'),
    !isComplete && 'loading…',
    isComplete && missing > 0 && `${formatNumber(missing)} of them not to be reached`,
  ];
  const text = saved === 0 ? '' : said.filter((part) => part !== false).join(', ');
  if (status.textContent !== text) status.textContent = text;
}
