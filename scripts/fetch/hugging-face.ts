import type { HttpClient } from './http-client.ts';
import { wrongKind } from './quick-look.ts';
import type { Source } from './source.ts';

export const huggingFaceUrl = 'https://huggingface.co';

/** Pause between requests: Hugging Face publishes no number. */
export const huggingFaceGapMs = 1_000;

/** The most that the API gives for a day; it gives 50 unless asked. */
const maxPapersPerDay = 100;

/**
 * The days of Hugging Face's Daily Papers, one file each: `hf/2025-10-28.json`. Papers come in while the day lasts,
 * and votes for some days more.
 */
export function huggingFaceSource(client: HttpClient, baseUrl: string): Source {
  return {
    name: 'hf',
    format: 'hf-api',
    folder: 'hf',
    settlingDays: 3,
    hasWeekends: false,
    firstName: (day) => `${day}.json`,
    namesOfDay: (day) => [`${day}.json`],
    async download(day) {
      const url = new URL('/api/daily_papers', baseUrl);
      url.search = new URLSearchParams({ date: day, limit: String(maxPapersPerDay) }).toString();
      const body = await client.get(url.href, complain);
      const empty = (JSON.parse(new TextDecoder().decode(body)) as unknown[]).length === 0;
      return empty ? [] : [{ name: `${day}.json`, body }];
    },
  };
}

function complain(body: Uint8Array): string | null {
  const kind = wrongKind(body, 'JSON');
  if (kind !== null) return kind;
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(body));
  } catch (error) {
    return `the JSON is cut off or broken (${(error as Error).message})`;
  }
  if (Array.isArray(data)) return null;
  const said = (data as Record<string, unknown>)['error'];
  return typeof said === 'string'
    ? `the server says "${said}"`
    : `a JSON object with the fields ${Object.keys(data as object).join(', ')} came instead of a list of papers`;
}
