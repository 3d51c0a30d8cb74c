import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { SiteConfig } from '#site/schema.ts';
import { offlinePlan } from './offline-plan.ts';
import type { SiteFiles } from './site-files.ts';

/**
 * Writes the service worker of a site, `sw.js`, into the folder `out`; all that it is to keep must be among the files.
 * A site that is not kept offline gets one that frees the browsers which once kept it.
 */
export async function writeServiceWorker(
  { base, offline }: Pick<SiteConfig, 'base' | 'offline'>,
  files: SiteFiles,
  out: string,
): Promise<void> {
  const plan = offline ? offlinePlan(base, files) : { base };
  const code = await bundle(offline ? 'worker' : 'retire-worker');
  writeFileSync(join(out, 'sw.js'), `const offlinePlan=${JSON.stringify(plan)};\n${code}`);
}

async function bundle(name: 'worker' | 'retire-worker'): Promise<string> {
  const input = fileURLToPath(new URL(`../../src/offline/${name}.ts`, import.meta.url));
  const built = await rolldown({ input, platform: 'browser' });
  const { output } = await built.generate({ format: 'iife', minify: true });
  await built.close();
  return output[0].code;
}
