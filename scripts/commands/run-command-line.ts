import { CommanderError, type Command } from 'commander';
import { CallError } from './call-error.ts';

/**
 * Runs a command line and answers its exit code: 0 when it worked, 1 when the work failed (lines of an input that are
 * not of the documented form, too), 2 when it was called wrongly (an unknown option, a missing argument, a file or
 * folder that is not there). What went wrong goes to standard error; a stack trace only with `DEBUG=digest`.
 */
export async function runCommandLine(program: Command, args: readonly string[]): Promise<0 | 1 | 2> {
  for (const command of [program, ...program.commands])
    command
      .exitOverride()
      .showHelpAfterError(
        `(run "digest ${command === program ? '' : `${command.name()} `}--help" for what it takes)`,
      )
      .helpCommand(false);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`digest papers | head`) is no failure.
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(
      `digest: Standard output cannot be written to (${error.code}), and what was to go there is not whole. Let it go elsewhere, or free some space, and run the command again.\n`,
    );
    process.exit(1);
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CallError) {
      process.stderr.write(`digest: ${error.message}\n`);
      return 2;
    }
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`digest: ${message}\n`);
    if (process.env['DEBUG'] === 'digest' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    return 1;
  }
}
