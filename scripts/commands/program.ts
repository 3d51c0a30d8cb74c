import { Command } from 'commander';
import { addBuildCommand } from './build.ts';
import { addCheckCommand } from './check.ts';
import { addEnrichCommand } from './enrich.ts';
import { addFetchCommand } from './fetch.ts';
import { addInitCommand } from './init.ts';
import { addMergeCommand } from './merge.ts';
import { addPapersCommand } from './papers.ts';
import { addPrepareCommand } from './prepare.ts';
import { addRestoreCommand } from './restore.ts';
import { addSearchCommand } from './search.ts';
import { addTopicsCommand } from './topics.ts';

/** All commands of `digest`. */
export const program = new Command('digest').description(
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
