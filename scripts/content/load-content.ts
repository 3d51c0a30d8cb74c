import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Content } from '#corpus/build-corpus.ts';
import { feedsConfigSchema, siteConfigSchema, type SiteConfig } from '#site/schema.ts';
import { taxonomySchema } from '#topics/schema.ts';
import { readEnrichment } from '../enrichment/enrichment-files.ts';

/**
 * Reads what a site's owner wrote in a content folder: `site.yaml`, `topics.yaml`, and, where they exist, `feeds.yaml`,
 * `pages/about.md`, `enrichment.jsonl` and `records/`. Throws an error that names the file, the place in it and what is expected.
 */
export function loadContent(folder: string): Content {
  const site = loadSiteConfig(folder);
  const about = join(folder, 'pages', 'about.md');
  return {
    site,
    taxonomy: readYaml(join(folder, 'topics.yaml'), taxonomySchema),
    feeds: existsSync(join(folder, 'feeds.yaml'))
      ? readYaml(join(folder, 'feeds.yaml'), feedsConfigSchema)
      : {},
    aboutMarkdown: existsSync(about) ? readFileSync(about, 'utf8') : null,
    enrichment: readEnrichment(folder),
  };
}

/** Reads `site.yaml` alone, for commands that need nothing else of a content folder. Throws as `loadContent` does. */
export function loadSiteConfig(folder: string): SiteConfig {
  if (!existsSync(folder))
    throw new Error(
      `The content folder ${folder} does not exist. Name an existing one with --content, or make one with "digest init".`,
    );
  return readYaml(join(folder, 'site.yaml'), siteConfigSchema);
}

function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}): every content folder needs it.`,
    );
  }
  let data: unknown;
  try {
    data = parse(text) ?? {};
  } catch (error) {
    throw new Error(`${file} is not valid YAML: ${(error as Error).message}`);
  }
  const parsed = schema.safeParse(data);
  if (!parsed.success)
    throw new Error(`${file} does not have the expected form:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
