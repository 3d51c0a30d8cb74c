import { cardsShown } from './page-marks.ts';
import { nextVisits, readVisits, type Visits } from './visits.ts';

/**
 * Marks what came since the reader's last visit: each element with `data-day`, the date of a digest or of the first
 * one that had a paper, gets the word “new” when no visit before this one showed so new a day. Every page keeps the
 * visit alive, when it is opened and for as long as it is in sight; a page of one paper shows no digest.
 */
export function installNewDays(page: Document, storage: Storage | null, base: string, now: () => Date): void {
  const key = `paper-digest.visits ${base}`;
  // A page that comes into sight may begin a visit; one that was in sight until now has been part of it.
  const visit = (isComing: boolean): Visits | null => {
    const time = now().getTime();
    const kept = readVisits(storage?.getItem(key) ?? null);
    const visits = isComing ? nextVisits(kept, newestDay(page), time) : kept && { ...kept, openedAt: time };
    try {
      if (visits !== null) storage?.setItem(key, JSON.stringify(visits));
    } catch {
      // Without storage every visit is the first one.
    }
    return visits;
  };
  const previous = visit(true)?.previous ?? null;
  page.addEventListener('visibilitychange', () => visit(!page.hidden));
  if (previous === null) return;
  page.addEventListener(cardsShown, () => markNew(page, previous));
  markNew(page, previous);
}

function newestDay(page: Document): string | null {
  const elements = page.querySelectorAll<HTMLElement>('[data-day]:not(.paper *)');
  return (
    Array.from(elements, ({ dataset }) => dataset['day']!)
      .sort()
      .at(-1) ?? null
  );
}

function markNew(page: Document, previous: string): void {
  for (const element of page.querySelectorAll<HTMLElement>('[data-day]')) {
    if (element.dataset['day']! <= previous || element.querySelector('.new')) continue;
    const word = page.createElement('span');
    word.className = 'new';
    word.textContent = 'new';
    (element.querySelector('.facts-line') ?? element).append(' ', word);
  }
}
