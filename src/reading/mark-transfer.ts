import { download } from './download.ts';
import { importReport, readMarkFile } from './mark-file.ts';
import type { MarkStore } from './mark-store.ts';
import { writeMarks } from './marks.ts';

/** Makes export and import of all marks as a JSON file work, and says what came of an import. */
export function installMarkTransfer(page: Document, store: MarkStore): void {
  const input = page.querySelector<HTMLInputElement>('#import')!;
  const status = page.querySelector<HTMLElement>('#import-status')!;
  page.querySelector('#export')!.addEventListener('click', () => {
    download(page, 'paper-digest-marks.json', 'application/json', writeMarks(store.marks()));
  });
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const read = readMarkFile(file.name, await file.text());
    if ('refused' in read) status.textContent = read.refused;
    else {
      status.textContent = importReport(store.marks(), read);
      store.add(read.marks);
    }
    input.value = '';
  });
}
