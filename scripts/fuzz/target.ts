import type { Random } from '../random.ts';

/** One part of the program that must stand anything. */
export interface Target {
  name: string;
  /** Makes the next input: the same one for the same random numbers. */
  make(random: Random): Uint8Array | string;
  /** Throws when the input breaks a promise. */
  run(input: Uint8Array | string): Promise<void> | void;
}

/** Throws with what was promised, when it does not hold. */
export function promise(holds: boolean, promised: string): void {
  if (!holds) throw new Error(`Broken promise: ${promised}`);
}
