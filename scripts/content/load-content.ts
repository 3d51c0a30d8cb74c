import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '#corpus/build-corpus.ts';
import type { Result } from '#diagnostics/message.ts';
import { feedsConfigSchema, siteConfigSchema, type SiteConfig } from '#site/schema.ts';
import { taxonomySchema } from '#topics/schema.ts';
import { CallError } from '../commands/call-error.ts';
import { readEnrichment } from '../enrichment/enrichment-files.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Reads what a site's owner wrote in a content folder: `site.yaml`, `topics.yaml`, and, where they exist, `feeds.yaml`,
 * `pages/about.md`, `enrichment.jsonl` and `records/`. Throws an error that names the file, the place in it and what is
 * expected; of the last three, what cannot be read is left out with a message.
 */
export function loadContent(folder: string): Content {
  const site = loadSiteConfig(folder);
  return {
    site,
    taxonomy: readYaml(join(folder, 'topics.yaml'), taxonomySchema),
    feeds: existsSync(join(folder, 'feeds.yaml'))
      ? readYaml(join(folder, 'feeds.yaml'), feedsConfigSchema)
      : {},
    aboutMarkdown: readAbout(folder),
    enrichment: readEnrichment(folder),
  };
}

function readAbout(folder: string): Result<string | null> {
  const name = join('pages', 'about.md');
  // A link to nothing is there, too.
  const isThere = lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined;
  return isThere ? readText(folder, name) : { value: null, messages: [] };
}

/**
 * Reads `site.yaml` alone, for commands that need nothing else of a content folder. Throws as `loadContent` does, and a
 * `CallError` when there is no such folder.
 */
export function loadSiteConfig(folder: string): SiteConfig {
  if (!existsSync(folder))
    throw new CallError(
      `The content folder ${folder} does not exist. Name an existing one with --content, or make one with "digest init".`,
    );
  return readYaml(join(folder, 'site.yaml'), siteConfigSchema);
}
