/** The command was called wrongly: exit code 2. The message says what was expected. */
export class CallError extends Error {}
