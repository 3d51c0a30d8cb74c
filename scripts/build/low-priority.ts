import { setPriority } from 'node:os';
import { platform } from 'node:process';

/** Ten steps nicer: a thread then gets a tenth of what one that it competes with gets, and all that is idle. */
const nicer = 10;

/**
 * Lets the calling worker thread take only what processors have left, so that it does not slow the thread down whose
 * work takes longest. On Linux alone: elsewhere priorities are those of a whole process.
 */
export function takeIdleTimeOnly(): void {
  if (platform !== 'linux') return;
  try {
    setPriority(nicer);
  } catch {
    // A system that forbids it builds the same, only later.
  }
}
