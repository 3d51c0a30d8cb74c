import type { Command } from 'commander';
import { siteConfigSchema } from '#site/schema.ts';
import { initSite, titleOfFolder } from '../init/init-site.ts';
import { CallError } from './call-error.ts';

interface Options {
  title?: string;
  url: string;
  base: string;
  program: string;
}

/** `digest init`: writes a ready site folder, with a workflow that publishes it. */
export function addInitCommand(program: Command): void {
  program
    .command('init')
    .description(
      'Write a site folder: configuration, topics, pages, and a workflow that fetches, builds and publishes it on a schedule.',
    )
    .argument('<dir>', 'folder that does not exist yet, or is empty')
    .option('--title <title>', 'title of the site (default: made of the name of the folder)')
    .option('--url <url>', 'origin of the hosted site', 'https://papers.example.org')
    .option('--base <path>', 'path below the origin', '/')
    .option(
      '--program <owner/repository@ref>',
      'where on GitHub the workflow gets this program from',
      'paper-digest/paper-digest@main',
    )
    .action((folder: string, options: Options) => {
      const title = options.title ?? titleOfFolder(folder);
      const config = siteConfigSchema.safeParse({
        title,
        description: title,
        url: options.url,
        base: options.base,
      });
      if (!config.success) {
        const { path, message } = config.error.issues[0]!;
        throw new CallError(`--${String(path[0])} cannot be used: ${message}.`);
      }
      const match = /^([\w.-]+\/[\w.-]+?)(?:@([\w./-]+))?$/.exec(options.program);
      if (match === null)
        throw new CallError(
          `--program ${options.program} is no repository on GitHub; one such as paper-digest/paper-digest@main is expected.`,
        );
      const files = initSite(folder, {
        title,
        url: options.url,
        base: options.base,
        program: match[1]!,
        programRef: match[2] ?? 'main',
      });
      process.stderr.write(
        `${files.length} files written:\n${files.map((file) => `  ${file}\n`).join('')}` +
          `Next: look at ${folder}/content/site.yaml, then follow ${folder}/README.md.\n`,
      );
    });
}
