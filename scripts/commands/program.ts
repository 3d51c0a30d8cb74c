import { Command } from 'commander';

type AddCommand = (program: Command) => void;

/** What adds each command of `digest`, in a module of its own: to load those of all takes half a second more. */
const commands: Record<string, () => Promise<AddCommand>> = {
  build: async () => (await import('./build.ts')).addBuildCommand,
  check: async () => (await import('./check.ts')).addCheckCommand,
  enrich: async () => (await import('./enrich.ts')).addEnrichCommand,
  fetch: async () => (await import('./fetch.ts')).addFetchCommand,
  init: async () => (await import('./init.ts')).addInitCommand,
  papers: async () => (await import('./papers.ts')).addPapersCommand,
  prepare: async () => (await import('./prepare.ts')).addPrepareCommand,
  merge: async () => (await import('./merge.ts')).addMergeCommand,
  restore: async () => (await import('./restore.ts')).addRestoreCommand,
  search: async () => (await import('./search.ts')).addSearchCommand,
  topics: async () => (await import('./topics.ts')).addTopicsCommand,
};

/** The program that `args` call: with the command that they begin with, or with all where they begin otherwise. */
export async function programFor([name = '']: readonly string[]): Promise<Command> {
  const program = new Command('digest').description(
    'Builds and questions a paper digest. JSON Lines on standard output, messages on standard error.',
  );
  const wanted = Object.hasOwn(commands, name) ? [commands[name]!] : Object.values(commands);
  for (const add of await Promise.all(wanted.map((load) => load()))) add(program);
  return program;
}
