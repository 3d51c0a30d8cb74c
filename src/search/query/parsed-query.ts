import type { SearchField } from '#search/options.ts';
import type { DateRange } from './date-range.ts';

/** One or more words that must match in one field, or in any. */
export interface WordCondition {
  kind: 'words';
  /** Terms that are in the index; common words are not. */
  terms: string[];
  /** Whether the last term also matches the words it begins. */
  prefix: boolean;
  /** Of a phrase: all its terms, common ones included, as they must follow each other; else null. */
  phrase: string[] | null;
  field: SearchField | null;
}

export type FilterCondition =
  | { kind: 'topic'; value: string }
  | { kind: 'date'; range: DateRange }
  | { kind: 'arxiv'; id: string }
  | { kind: 'has'; what: 'code' | 'math' };

export type Condition = WordCondition | FilterCondition;

/** Any of the alternatives must hold, or, where `negated`, none may. */
export interface Clause {
  alternatives: Condition[];
  negated: boolean;
}

/** What a query asks for, and in `notes` how it was read where that may not be what was meant. */
export interface ParsedQuery {
  clauses: Clause[];
  notes: string[];
}
