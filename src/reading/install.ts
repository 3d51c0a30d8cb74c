import { installCopyButtons } from './copy.ts';
import { installDisplayMenu } from './display.ts';
import { installFormulaCopy } from './formula-copy.ts';
import { installKeys } from './keys.ts';
import { browserStorage, pageMarkStore } from './mark-store.ts';
import { installNewDays } from './new-days.ts';
import { installPageMarks } from './page-marks.ts';
import { installReturnPlace } from './return-place.ts';
import { installStaleNote } from './stale-note.ts';

/** Makes all that a page offers its reader work. `base` is the site's base path. */
export function installReading(page: Document, base: string): void {
  const storage = browserStorage();
  installDisplayMenu(page, storage);
  installPageMarks(page, pageMarkStore(base));
  installNewDays(page, storage, base, () => new Date());
  installStaleNote(page, () => new Date());
  installReturnPlace(page);
  installCopyButtons(page);
  installFormulaCopy(page);
  installKeys(page, { base, isOn: () => page.documentElement.dataset['keys'] !== 'off' });
}
