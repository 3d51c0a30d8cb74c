/**
 * Something that was lost, or that is not as it should be, in a built site.
 *
 * - `rule`: kebab-case name of what was looked for, stable.
 * - `place`: the feed or file, as its path below `content/feeds` or the output; null when it is about the whole.
 * - `line`: from 1, where there is one.
 * - `text`: what is wrong, and what to do.
 */
export interface Finding {
  rule: string;
  place: string | null;
  line: number | null;
  text: string;
}
