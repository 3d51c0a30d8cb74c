import { keepCompiledCode } from './keep-compiled-code.ts';

keepCompiledCode();
const { programFor } = await import('./commands/program.ts');
const { runCommandLine } = await import('./commands/run-command-line.ts');

const args = process.argv.slice(2);
process.exitCode = await runCommandLine(await programFor(args), args);
