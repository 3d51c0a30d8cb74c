import { daysSince } from './age.ts';

/** Tells how old the newest digest is where it should have had a successor by now: a build has no clock to tell by. */
export function installStaleNote(page: Document, now: () => Date): void {
  for (const note of page.querySelectorAll<HTMLElement>('[data-stale-after]')) {
    const days = daysSince(note.dataset['newest']!, now());
    if (days <= Number(note.dataset['staleAfter'])) continue;
    note.prepend(`Nothing newer for ${days} days. `);
    note.hidden = false;
  }
}
