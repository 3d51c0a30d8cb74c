import type { CitationRecord } from '#citation/schema.ts';
import type { Urls } from '#site/urls.ts';
import { cardList } from '#views/card-list.ts';
import { formatCount } from '#views/format.ts';
import { html, type Markup } from '#views/html.ts';
import { download } from './download.ts';
import { loadPapers } from './load-papers.ts';
import type { MarkStore } from './mark-store.ts';
import { readMarks, slugsMarked, writeMarks } from './marks.ts';
import { cardsShown } from './page-marks.ts';
import { referenceFormats } from './reference-formats.ts';

/** The parts of the page of saved papers that are filled in by the browser. */
interface Parts {
  list: HTMLElement;
  status: HTMLElement;
  exports: HTMLElement;
}

/**
 * Fills the page of saved papers: the list, the latest saved first, from the papers' own pages; downloads of the list
 * in every reference format; and export and import of all marks as JSON.
 */
export async function installSavedList(page: Document, store: MarkStore, urls: Urls): Promise<void> {
  const parts: Parts = {
    list: page.querySelector<HTMLElement>('#saved-list')!,
    status: page.querySelector<HTMLElement>('#saved-status')!,
    exports: page.querySelector<HTMLElement>('#saved-exports')!,
  };
  let records: CitationRecord[] = [];
  const refresh = async (): Promise<void> => {
    records = await showList(parts, store, urls);
    page.dispatchEvent(new Event(cardsShown));
  };
  parts.exports.addEventListener('click', ({ target }) => {
    const { exportFormat: name } = (target as HTMLElement).dataset;
    const format = referenceFormats.find((known) => known.name === name);
    if (format) download(page, format.file, format.type, format.write(records));
    else if (name === 'marks')
      download(page, 'paper-digest-marks.json', 'application/json', writeMarks(store.marks()));
  });
  parts.exports.querySelector<HTMLInputElement>('input')!.addEventListener('change', async ({ target }) => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const imported = readMarks(await file.text());
    store.add(imported);
    await refresh();
    if (imported.size === 0)
      parts.status.textContent = `${file.name} has no marks in it, so nothing was changed. It should be a file saved from this page.`;
    input.value = '';
  });
  await refresh();
}

async function showList(
  { list, status, exports }: Parts,
  store: MarkStore,
  urls: Urls,
): Promise<CitationRecord[]> {
  const slugs = slugsMarked(store.marks(), 'saved');
  status.textContent = slugs.length === 0 ? '' : 'Loading…';
  const papers = await loadPapers(slugs, urls.paper);
  const found = papers.filter((paper) => paper !== null);
  const missing = slugs.filter((_, index) => papers[index] === null);
  list.innerHTML = html`${slugs.length === 0 && nothingSaved()}${cardList(
    found.map(({ card }) => card),
    urls,
    () => ({ heading: 2 }),
  )}${missing.length > 0 && missingPapers(missing, urls)}`.text;
  status.textContent = slugs.length === 0 ? '' : formatCount(slugs.length, 'paper');
  for (const button of exports.querySelectorAll<HTMLButtonElement>('button[data-export-format]'))
    button.disabled = button.dataset['exportFormat'] !== 'marks' && found.length === 0;
  return found.flatMap(({ citation }) => citation ?? []);
}

/** What the page says before anything is saved; it stands there from the start, so that nothing moves. */
export function nothingSaved(): Markup {
  return html`<p class="empty">
    Nothing is saved yet. Press <b>Save</b> beside a title, or <kbd>s</kbd> on the keyboard; the papers are
    then listed here, in this browser only.
  </p>`;
}

function missingPapers(slugs: readonly string[], urls: Urls): Markup {
  return html`<section class="section">
    <h2>Not to be reached</h2>
    <p class="note">
      These pages could not be loaded: you may be offline, or they are no longer part of this site.
    </p>
    <ul>
      ${slugs.map(
        (slug) =>
          html`<li data-paper="${slug}">
            <a href="${urls.paper(slug)}">${slug.replaceAll('-', ' ')}</a>
            <button type="button" class="mark" data-mark="saved">Saved</button>
          </li>`,
      )}
    </ul>
  </section>`;
}
