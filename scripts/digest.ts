import { keepCompiledCode } from './keep-compiled-code.ts';

keepCompiledCode();
const { program } = await import('./commands/program.ts');
const { runCommandLine } = await import('./commands/run-command-line.ts');

process.exitCode = await runCommandLine(program, process.argv.slice(2));
