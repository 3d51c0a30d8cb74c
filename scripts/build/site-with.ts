import { siteConfigSchema, type SiteConfig } from '#site/schema.ts';
import { CallError } from '../commands/call-error.ts';
import { expectation } from '../content/yaml-complaints.ts';

/** The options that say where a site will be, by the names that the configuration has for them. */
const optionNames: Record<string, string> = { url: '--site', base: '--base' };

/** The configuration with another address, where one is given. Throws a `CallError` when it is none. */
export function siteWith(
  site: SiteConfig,
  { site: url, base }: { site?: string; base?: string },
): SiteConfig {
  const changed = { ...site, ...(url === undefined ? {} : { url }), ...(base === undefined ? {} : { base }) };
  const parsed = siteConfigSchema.safeParse(changed, { error: expectation });
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map(
    ({ path, message }) => `${optionNames[String(path[0])] ?? path.join('.')} cannot be used: ${message}`,
  );
  throw new CallError(complaints.join('\n'));
}
