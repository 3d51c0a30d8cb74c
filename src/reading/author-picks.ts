import { fold } from '#text/fold.ts';

/** Authors that are offered at once. */
const maxOffered = 8;

/** An author's feed: `feed` and `page` are paths. */
interface AuthorFeed {
  name: string;
  feed: string;
  page: string;
}

/**
 * Lets the reader find authors by name and choose their feeds, in a form that has a field for it. `load` gives the
 * site's list of feeds (OPML) when it is needed. Chosen authors stay listed; they are kept with the page's place in
 * the history, since browsers tick again only boxes that were there from the start. `onShow` is called when boxes have
 * come or gone.
 */
export function installAuthorPicks(
  form: HTMLFormElement,
  load: () => Promise<Document>,
  onShow: () => void,
): void {
  const field = form.querySelector<HTMLInputElement>('#author-name');
  if (field === null) return;
  const list = form.querySelector<HTMLElement>('#author-feeds')!;
  const note = form.querySelector<HTMLElement>('#author-note')!;
  const { history } = form.ownerDocument.defaultView!;
  const chosen = (): string[] => (history.state as { authors?: string[] } | null)?.authors ?? [];
  let loading: Promise<AuthorFeed[]> | null = null;
  const show = async (): Promise<void> => {
    try {
      const isNeeded = field.value.trim() !== '' || chosen().length > 0;
      const authors = isNeeded ? await (loading ??= load().then((feeds) => authorsIn(feeds, form))) : [];
      const kept = authors.filter(({ feed }) => chosen().includes(feed));
      const found = authorsNamed(authors, field.value).filter((author) => !kept.includes(author));
      list.replaceChildren(
        ...kept.map((author) => row(list, author, true)),
        ...found.slice(0, maxOffered).map((author) => row(list, author, false)),
      );
      note.textContent = noteOn(field.value, found.length, kept.length);
      onShow();
      if (found.length > 0 && list.ownerDocument.activeElement === field)
        list.lastElementChild!.scrollIntoView({ block: 'nearest' });
    } catch {
      loading = null;
      note.textContent = 'The list of authors could not be loaded. Are you offline? Try again.';
    }
  };
  field.addEventListener('input', show);
  field.addEventListener('keydown', (event) => {
    // The form's own answer would be to download.
    if (event.key === 'Enter') event.preventDefault();
  });
  list.addEventListener('change', () => {
    const boxes = [...list.querySelectorAll<HTMLInputElement>('input:checked')];
    history.replaceState({ authors: boxes.map(({ value }) => value) }, '');
  });
  form.addEventListener('reset', () => {
    history.replaceState(null, '');
    setTimeout(show);
  });
  form.ownerDocument.defaultView!.addEventListener('pageshow', show);
}

function authorsIn(feeds: Document, form: HTMLFormElement): AuthorFeed[] {
  return [...feeds.querySelectorAll('outline[xmlUrl]')].flatMap((outline) => {
    const feed = new URL(outline.getAttribute('xmlUrl')!).pathname;
    if (!feed.startsWith(form.dataset['authors']!)) return [];
    // The title of a feed ends with that of the site.
    const [name] = outline.getAttribute('text')!.split(' · ');
    return { name: name!, feed, page: new URL(outline.getAttribute('htmlUrl')!).pathname };
  });
}

/** Authors in whose names each word of the query begins a word. */
function authorsNamed(authors: readonly AuthorFeed[], query: string): AuthorFeed[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return authors.filter(({ name }) => {
    const names = wordsOf(name);
    return words.every((word) => names.some((part) => part.startsWith(word)));
  });
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function noteOn(query: string, found: number, kept: number): string {
  if (found > maxOffered) return `${maxOffered} of ${found}: write more of the name`;
  return found + kept === 0 && query.trim() !== '' ? 'No author of this name has a feed' : '';
}

function row(list: HTMLElement, { name, feed, page }: AuthorFeed, isChosen: boolean): HTMLElement {
  const { ownerDocument } = list;
  const item = ownerDocument.createElement('li');
  const label = item.appendChild(ownerDocument.createElement('label'));
  label.className = 'feed-pick';
  const box = label.appendChild(ownerDocument.createElement('input'));
  Object.assign(box, {
    type: 'checkbox',
    name: 'feed',
    value: feed,
    checked: isChosen,
    ariaLabel: `Choose ${name}`,
  });
  const link = ownerDocument.createElement('a');
  link.href = page;
  link.textContent = name;
  const span = item.appendChild(ownerDocument.createElement('span'));
  span.className = 'feed-name';
  span.append(link);
  return item;
}
