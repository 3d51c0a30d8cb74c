import type { FeedFormat } from '#sightings/schema.ts';

/** One file of a day: its name in the folder of the source, and its bytes. */
export interface DayFile {
  name: string;
  body: Uint8Array;
}

/** Where days are downloaded from, and how they are laid out in files. */
export interface Source {
  name: 'hf' | 'arxiv';
  format: FeedFormat;
  /** Below `content/feeds`, with `/`. */
  folder: string;
  /**
   * How many days up to the last one asked for are fetched again although they are there, since papers still come in
   * for them.
   */
  settlingDays: number;
  /** Whether the source has papers on Saturdays and Sundays, too. */
  hasWeekends: boolean;
  /** The names of the files of a day that make it whole, given the first of them; null when that one is damaged. */
  namesOfDay(day: string, first: Uint8Array): string[] | null;
  firstName(day: string): string;
  /** Gets the files of a day; none when it has no papers. Throws a `FetchError`. */
  download(day: string): Promise<DayFile[]>;
}
