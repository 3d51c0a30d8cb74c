import { installCopyButtons } from './copy.ts';
import { installDisplayMenu } from './display.ts';
import { installHelpDialog } from './help-dialog.ts';
import { installKeyboard } from './keyboard.ts';
import { browserStorage, pageMarkStore } from './mark-store.ts';
import { installNewDays } from './new-days.ts';
import { installPageMarks } from './page-marks.ts';

/** Makes all that a page offers its reader work. `base` is the site's base path. */
export function installReading(page: Document, base: string): void {
  installDisplayMenu(page);
  installPageMarks(page, pageMarkStore(base));
  installNewDays(page, browserStorage(), base, () => new Date());
  installCopyButtons(page);
  installKeyboard(page, {
    base,
    isOn: () => page.documentElement.dataset['keys'] !== 'off',
    showHelp: installHelpDialog(page),
  });
}
