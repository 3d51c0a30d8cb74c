import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All temporary folders of the tests are in one, which goes in the end, whichever of them was left. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'digest-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
