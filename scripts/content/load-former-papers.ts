import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const slugSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'the slug of a paper, such as a-paper');

const formerPapersSchema = z
  .record(slugSchema, z.union([slugSchema, z.url({ protocol: /^https?$/ }), z.null()]))
  .nullable();

/**
 * Papers that the site had, by slug, and what took the place of each: another paper (its slug), a page elsewhere (its
 * address), or nothing (null).
 */
export type FormerPapers = Readonly<Record<string, string | null>>;

/** Reads `former-papers.yaml` of a content folder, where there is one. Throws an error that says what is expected. */
export function loadFormerPapers(folder: string): FormerPapers {
  const file = join(folder, 'former-papers.yaml');
  if (!existsSync(file)) return {};
  let data: unknown;
  try {
    data = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} is not valid YAML: ${(error as Error).message}`);
  }
  const parsed = formerPapersSchema.safeParse(data);
  if (!parsed.success)
    throw new Error(
      `${file} does not have the expected form: a line a paper, “slug: slug of another paper”, “slug: https://…” or “slug: null”.\n${z.prettifyError(parsed.error)}`,
    );
  return parsed.data ?? {};
}
