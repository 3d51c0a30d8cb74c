/** What a key does. `keys` are pressed one after the other; `does` completes a line of the help. */
export interface Shortcut {
  command: Command;
  keys: readonly string[];
  does: string;
}

export type Command =
  | 'next-paper'
  | 'previous-paper'
  | 'open-paper'
  | 'toggle-abstract'
  | 'mark-saved'
  | 'mark-read'
  | 'mark-hidden'
  | 'next-page'
  | 'previous-page'
  | 'search'
  | 'help'
  | 'go-home'
  | 'go-topics'
  | 'go-dates'
  | 'go-saved';

/** All keys of the site, in the order of the help. */
export const shortcuts: readonly Shortcut[] = [
  { command: 'next-paper', keys: ['j'], does: 'Next paper' },
  { command: 'previous-paper', keys: ['k'], does: 'Previous paper' },
  { command: 'open-paper', keys: ['o'], does: 'Open the paper' },
  { command: 'toggle-abstract', keys: ['a'], does: 'Open or close its abstract' },
  { command: 'mark-saved', keys: ['s'], does: 'Save it, or no longer' },
  { command: 'mark-read', keys: ['r'], does: 'Mark it as read, or not' },
  { command: 'mark-hidden', keys: ['x'], does: 'Hide it, or show it again' },
  { command: 'next-page', keys: ['n'], does: 'Next day, page or paper of the digest' },
  { command: 'previous-page', keys: ['p'], does: 'The one before' },
  { command: 'search', keys: ['/'], does: 'Search' },
  { command: 'go-home', keys: ['g', 'h'], does: 'Go to the latest papers' },
  { command: 'go-topics', keys: ['g', 't'], does: 'Go to the topics' },
  { command: 'go-dates', keys: ['g', 'd'], does: 'Go to the dates' },
  { command: 'go-saved', keys: ['g', 's'], does: 'Go to the saved papers' },
  { command: 'help', keys: ['?'], does: 'Show these keys' },
];

/** Keys that begin a sequence are waited on for this long. */
export const sequenceMilliseconds = 1500;

/**
 * Recognises shortcuts in a stream of keys: `press(key, time)` returns the command that the key completes, if any.
 * `time` is in milliseconds; a sequence that takes too long starts anew.
 */
export function createShortcutReader(known = shortcuts): (key: string, time: number) => Command | null {
  let pressed: string[] = [];
  let lastTime = -Infinity;
  return (key, time) => {
    pressed = time - lastTime > sequenceMilliseconds ? [key] : [...pressed, key];
    lastTime = time;
    const begun = known.filter(({ keys }) => pressed.every((one, index) => keys[index] === one));
    const complete = begun.find(({ keys }) => keys.length === pressed.length);
    if (begun.length === 0 && pressed.length > 1) {
      pressed = [];
      const single = known.find(({ keys }) => keys.length === 1 && keys[0] === key);
      return single?.command ?? null;
    }
    if (begun.length === 0 || complete) pressed = [];
    return complete?.command ?? null;
  };
}
