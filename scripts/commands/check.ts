import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { checkSite, type SiteCheckReport } from '../check/check-site.ts';
import { previousAddresses } from '../check/previous-addresses.ts';
import { loadContent } from '../content/load-content.ts';
import { CallError } from './call-error.ts';
import { writeJsonLine } from './json-lines.ts';

interface Options {
  content: string;
  out: string;
  previous?: string;
}

/** `digest check`: one JSON line a finding, and an exit code of 1 when there is any. */
export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description(
      'Prove that nothing was lost: each line and record of the content reaches the site or a message, each paper of ' +
        'the previous build keeps its address, and the site is whole. One JSON line a finding {rule, place, line, text}.',
    )
    .option('--content <dir>', 'content folder that the site was built of', 'content')
    .option('--out <dir>', 'folder of the built site', 'dist')
    .option('--previous <path>', 'folder of an earlier build, or its data/addresses.txt')
    .action(async ({ content, out, previous }: Options) => {
      const loaded = loadContent(content);
      // A site without papers has its front page, and a damaged one may have lost that.
      if (!['papers', 'index.html'].some((name) => existsSync(join(out, name))))
        throw new CallError(`${out} holds no built site: build it first, or say where it is with --out.`);
      const report = await checkSite({
        folder: content,
        content: loaded,
        out,
        previous: previous === undefined ? null : previousAddresses(previous),
      });
      for (const finding of report.findings) await writeJsonLine(finding);
      process.stderr.write(describe(report));
      const { length: found } = report.findings;
      if (found > 0)
        throw new Error(
          `${found} ${found === 1 ? 'finding' : 'findings'}: something was lost, or the site is not whole.`,
        );
    });
}

function describe({ counts, findings }: SiteCheckReport): string {
  const looked = [
    `${counts.feeds} feeds with ${counts.lines} lines, ${counts.sightings} sightings in ${counts.papers} papers`,
    `${counts.files} files, ${counts.pages} pages, ${counts.links} links within the site`,
    counts.previous === null
      ? 'addresses of an earlier build: not compared (see --previous)'
      : `${counts.previous} addresses of an earlier build`,
  ];
  if (findings.length === 0) looked.push('nothing is lost, and the site is whole');
  return `${looked.join('\n')}\n`;
}
