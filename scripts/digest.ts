import { Command } from 'commander';
import { addBuildCommand } from './commands/build.ts';
import { addCheckCommand } from './commands/check.ts';
import { addEnrichCommand } from './commands/enrich.ts';
import { addFetchCommand } from './commands/fetch.ts';
import { addInitCommand } from './commands/init.ts';
import { addMergeCommand } from './commands/merge.ts';
import { addPapersCommand } from './commands/papers.ts';
import { addPrepareCommand } from './commands/prepare.ts';
import { addRestoreCommand } from './commands/restore.ts';
import { addSearchCommand } from './commands/search.ts';
import { addTopicsCommand } from './commands/topics.ts';
import { runCommandLine } from './commands/run-command-line.ts';

const program = new Command('digest').description(
  'Builds and questions a paper digest. JSON Lines on standard output, messages on standard error.',
);
addBuildCommand(program);
addCheckCommand(program);
addEnrichCommand(program);
addFetchCommand(program);
addInitCommand(program);
addPapersCommand(program);
addPrepareCommand(program);
addMergeCommand(program);
addRestoreCommand(program);
addSearchCommand(program);
addTopicsCommand(program);

process.exitCode = await runCommandLine(program, process.argv.slice(2));
