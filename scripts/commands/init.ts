import type { Command } from 'commander';
import { siteConfigSchema } from '#site/schema.ts';
import { initSite, repositoryAround, titleOfFolder } from '../init/init-site.ts';
import { ownSource, parseProgram } from '../init/program-source.ts';
import { CallError } from './call-error.ts';

interface Options {
  title?: string;
  url: string;
  base: string;
  program?: string;
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
      '--program <repository>',
      'where the site gets this program from: owner/repository on GitHub, an address that git knows, or a folder, and ' +
        '#branch, #tag or #commit (default: where this copy comes from)',
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
      const program = options.program === undefined ? ownSource() : parseProgram(options.program);
      const around = repositoryAround(folder);
      const files = initSite(folder, {
        title,
        url: options.url,
        base: config.data.base,
        program,
      });
      process.stderr.write(
        `${files.length} files written:\n${files.map((file) => `  ${file}\n`).join('')}` +
          `The program comes from ${program.address} (${program.ref}); package.json of the site says so.\n` +
          (/^(?:[a-z]+:\/\/|[^/]+@)/.test(program.address)
            ? ''
            : 'A workflow on a server cannot reach that folder: publish the program in a repository before the site, and name it there.\n') +
          (around === null
            ? ''
            : `The folder lies in the repository ${around}, where GitHub does not run its workflow: make it a repository of its own.\n`) +
          `Next: look at ${folder}/content/site.yaml, then follow ${folder}/README.md.\n`,
      );
    });
}
