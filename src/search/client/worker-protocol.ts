import type { SearchOptions } from './search-response.ts';

/** What a page sends to the worker. `id` numbers requests. */
export type WorkerRequest =
  | { kind: 'open'; baseUrl: string }
  | { kind: 'search'; id: number; text: string; options: Omit<SearchOptions, 'signal'> }
  | { kind: 'countTopics'; id: number; text: string }
  | { kind: 'cancel'; id: number };

/** What the worker answers: a value or, for readers, what went wrong. */
export type WorkerAnswer = { id: number; value: unknown } | { id: number; error: string };
