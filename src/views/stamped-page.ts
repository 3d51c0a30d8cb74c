/**
 * A page that is stamped from the template of its room, a folder of the site: its address, and what is its own in its
 * head and in its main part.
 */
export interface StampedPage {
  room: 'dates' | 'topics' | 'published' | 'code' | 'top';
  path: string;
  head: string;
  main: string;
}
