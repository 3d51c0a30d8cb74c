import type { Command } from 'commander';
import { buildSite } from '../build/build-site.ts';
import { isPart } from '../build/part.ts';
import { CallError } from './call-error.ts';
import { withContentOptions } from './content-options.ts';
import { writeJsonLine } from './json-lines.ts';
import { writeMessages } from './write-messages.ts';

interface Options {
  content: string;
  cache: string;
  out: string;
  site?: string;
  base?: string;
  strict: boolean;
  part?: string;
}

/** `digest build`: a content folder in, a site out, with a report of what was read and made. */
export function addBuildCommand(program: Command): void {
  withContentOptions(program.command('build'))
    .description('Build the site. The output folder is replaced only when the build succeeded.')
    .option('--out <dir>', 'output folder', 'dist')
    .option('--site <url>', 'origin of the hosted site, instead of the one in site.yaml')
    .option('--base <path>', 'path below the origin, such as /digest/, instead of the one in site.yaml')
    .option('--strict', 'fail when a feed cannot be read', false)
    .option(
      '--part <name>',
      'build only the papers of a year (2025, undated), or all the rest (rest); see merge',
    )
    .action(async (options: Options) => {
      if (options.part !== undefined && !isPart(options.part))
        throw new CallError(`"${options.part}" is no part of a site: name a year, undated, or rest.`);
      const report = await buildSite(options);
      writeMessages(report.messages);
      process.stderr.write(describe(report));
      const { messages: _, ...summary } = report;
      await writeJsonLine(summary);
    });
}

function describe(report: Awaited<ReturnType<typeof buildSite>>): string {
  const rules = Object.entries(report.messagesByRule).map(([rule, count]) => `${rule} ${count}`);
  return [
    `${report.feeds} feeds, ${report.sightings} sightings, ${report.papers} papers, ${report.merged} of them sighted more than once`,
    `messages: ${rules.length === 0 ? 'none' : rules.join(', ')}`,
    `${report.pages} pages, ${report.files} files in ${report.out}`,
    ...report.stages.map(
      ({ name, seconds, cpuSeconds }) =>
        `${seconds.toFixed(1).padStart(7)} s ${cpuSeconds.toFixed(1).padStart(7)} s of processors  ${name}`,
    ),
    '',
  ].join('\n');
}
