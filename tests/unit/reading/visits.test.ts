import { describe, expect, it } from 'vitest';
import { nextVisits, readVisits } from '#reading/visits.ts';

const hour = 3_600_000;

describe('visits', () => {
  it('know nothing earlier on the first visit', () => {
    expect(nextVisits(null, '2025-10-28', 0)).toEqual({ previous: null, current: '2025-10-28', openedAt: 0 });
  });

  it('keep what the visit before had while one lasts', () => {
    const visits = { previous: '2025-10-20', current: '2025-10-28', openedAt: 0 };
    expect(nextVisits(visits, '2025-10-29', hour / 4)).toMatchObject({ previous: '2025-10-20' });
  });

  it('begin anew after an absence', () => {
    const visits = { previous: '2025-10-20', current: '2025-10-28', openedAt: 0 };
    expect(nextVisits(visits, '2025-10-30', hour)).toEqual({
      previous: '2025-10-28',
      current: '2025-10-30',
      openedAt: hour,
    });
  });

  it('are kept alive, and begun anew, by pages without a digest too', () => {
    const visits = { previous: '2025-10-20', current: '2025-10-28', openedAt: 0 };
    expect(nextVisits(visits, null, hour / 4)).toEqual({ ...visits, openedAt: hour / 4 });
    expect(nextVisits(visits, null, hour)).toEqual({ ...visits, previous: '2025-10-28', openedAt: hour });
    expect(nextVisits(null, null, hour)).toBeNull();
  });

  it('do not forget a digest over a page of older ones', () => {
    const visits = { previous: '2025-10-20', current: '2025-10-28', openedAt: 0 };
    expect(nextVisits(visits, '2025-03-11', hour / 4)).toMatchObject({ current: '2025-10-28' });
  });

  it.each([null, 'x', 'null', '{}', '{"current":"today","openedAt":1}', '{"current":"2025-10-28"}'])(
    'are none in %s',
    (text) => {
      expect(readVisits(text)).toBeNull();
    },
  );

  it('survive writing and reading', () => {
    const visits = { previous: null, current: '2025-10-28', openedAt: 5 };
    expect(readVisits(JSON.stringify(visits))).toEqual(visits);
  });
});
