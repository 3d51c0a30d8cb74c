import { setFlagsFromString } from 'node:v8';
import { keepFewAbstracts } from './prepared-cache.ts';

/**
 * Lets the heap of each thread grow by a quarter at most before garbage is collected. The engine would let it double
 * while it is far from a limit that it sets by the memory of the machine, which is not all a build's.
 */
export function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=25');
  keepFewAbstracts();
}
