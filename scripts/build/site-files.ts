import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a site by their paths below its folder, wherever they are. */
export interface SiteFiles {
  has(path: string): boolean;
  /** Throws when there is no such file. */
  read(path: string): Buffer;
  /** The names of the files and folders in a folder, in no order. */
  namesIn(folder: string): string[];
}

/** The files of a site that is all in one folder. */
export const siteFilesIn = (site: string): SiteFiles => ({
  has: (path) => existsSync(join(site, path)),
  read: (path) => readFileSync(join(site, path)),
  namesIn: (folder) => readdirSync(join(site, folder)),
});
