import { rmSync } from 'node:fs';
import type { Command } from 'commander';
import { mergeParts } from '../build/merge-parts.ts';
import { outputFolder } from '../build/output-folder.ts';
import { publish, replacingAlone, stagingFolder } from '../build/replace-folder.ts';
import { writeJsonLine } from './json-lines.ts';

/** `digest merge`: the parts of a site, built apart, become the site. */
export function addMergeCommand(program: Command): void {
  program
    .command('merge')
    .description('Join the output folders of "build --part …" to one site.')
    .argument('<parts...>', 'output folders of the parts, in any order')
    .option('--out <dir>', 'output folder', 'dist')
    .action(async (parts: string[], { out }: { out: string }) => {
      const folder = outputFolder(out);
      const files = await replacingAlone(folder, async () => {
        const staging = stagingFolder(folder);
        try {
          const count = mergeParts(parts, staging);
          publish(staging, folder);
          return count;
        } finally {
          rmSync(staging, { recursive: true, force: true });
        }
      });
      await writeJsonLine({ out, parts: parts.length, files });
    });
}
