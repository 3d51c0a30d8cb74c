import { existsSync, lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Content } from '#corpus/build-corpus.ts';
import type { Result } from '#diagnostics/message.ts';
import { correctionsFile } from '#papers/apply-corrections.ts';
import { correctionsSchema } from '#papers/schema.ts';
import { feedsConfigSchema, siteConfigSchema, type SiteConfig } from '#site/schema.ts';
import { taxonomySchema } from '#topics/schema.ts';
import { CallError } from '../commands/call-error.ts';
import { readEnrichment } from '../enrichment/enrichment-files.ts';
import { loadFormerPapers, loadFormerTopics } from './load-successors.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Reads what a site's owner wrote in a content folder: `site.yaml`, `topics.yaml`, and, where they exist, `feeds.yaml`,
 * `former-papers.yaml`, `former-topics.yaml`, `corrections.yaml`, `pages/about.md`, `enrichment.jsonl` and `records/`.
 * Throws an error that names the file, the place in it and what is expected; of the last three, what cannot be read is
 * left out with a message.
 */
export function loadContent(folder: string): Content {
  const site = loadSiteConfig(folder);
  const taxonomy = readYaml(join(folder, 'topics.yaml'), taxonomySchema);
  return {
    site,
    taxonomy,
    feeds: readIfThere(join(folder, 'feeds.yaml'), feedsConfigSchema),
    formerPapers: loadFormerPapers(folder),
    formerTopics: loadFormerTopics(folder, taxonomy),
    corrections: readIfThere(join(folder, correctionsFile), correctionsSchema),
    aboutMarkdown: readAbout(folder),
    enrichment: readEnrichment(folder),
  };
}

const readIfThere = <T extends object>(file: string, schema: z.ZodType<T>): T | Record<string, never> =>
  existsSync(file) ? readYaml(file, schema) : {};

function readAbout(folder: string): Result<string | null> {
  const name = join('pages', 'about.md');
  // A link to nothing is there, too.
  const isThere = lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined;
  return isThere ? readText(folder, name) : { value: null, messages: [] };
}

/**
 * Reads `site.yaml` alone, for commands that need nothing else of a content folder. Throws as `loadContent` does, and a
 * `CallError` when it is no folder.
 */
export function loadSiteConfig(folder: string): SiteConfig {
  if (!existsSync(folder))
    throw new CallError(
      `The content folder ${folder} does not exist. Name an existing one with --content, or make one with "digest init".`,
    );
  if (!statSync(folder).isDirectory())
    throw new CallError(`${folder} is a file: name the content folder that it is in with --content.`);
  return readYaml(join(folder, 'site.yaml'), siteConfigSchema);
}
