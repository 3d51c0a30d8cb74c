import { nextVisits, readVisits } from './visits.ts';

/**
 * Marks the days that came since the reader's last visit: each element with `data-day` that is newer than the newest
 * day of then gets the word “new”. The front page (`data-newest`) is what counts as a visit.
 */
export function installNewDays(page: Document, storage: Storage | null, base: string, now: () => Date): void {
  const newest = page.querySelector<HTMLElement>('[data-newest]')?.dataset['newest'];
  const key = `paper-digest.visits ${base}`;
  let visits = readVisits(storage?.getItem(key) ?? null);
  if (newest !== undefined) {
    visits = nextVisits(visits, newest, now().getTime());
    try {
      storage?.setItem(key, JSON.stringify(visits));
    } catch {
      // Without storage every visit is the first one.
    }
  }
  const previous = visits?.previous;
  if (previous == null) return;
  for (const element of page.querySelectorAll<HTMLElement>('[data-day]')) {
    if (element.dataset['day']! <= previous) continue;
    const word = page.createElement('span');
    word.className = 'new';
    word.textContent = 'new';
    element.append(' ', word);
  }
}
