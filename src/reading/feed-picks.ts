import { installAuthorPicks } from './author-picks.ts';
import { download } from './download.ts';

/**
 * Lets the reader choose feeds by the checkboxes of a form (`value`: path of the RSS feed) and download them as one
 * OPML file: the site's own list (`data-opml`), without what was not chosen. Authors are looked up in that list.
 */
export function installFeedPicks(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('#feed-picks')!;
  const status = form.querySelector<HTMLElement>('.feed-picks [role="status"]')!;
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]')!;
  const show = (): void => {
    const count = chosen(form).size;
    status.textContent =
      count === 0 ? 'No feed chosen yet' : count === 1 ? '1 feed chosen' : `${count} feeds chosen`;
    button.disabled = count === 0;
  };
  form.addEventListener('change', show);
  // The boxes are emptied after the event.
  form.addEventListener('reset', () => setTimeout(show));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      download(page, 'feeds.opml', 'text/x-opml', withFeeds(await loadFeeds(form), chosen(form)));
      show();
    } catch {
      status.textContent = 'The list of feeds could not be loaded. Are you offline? Try again.';
    }
  });
  // The boxes that browsers tick again on the way back are ticked after this script.
  page.defaultView!.addEventListener('pageshow', show);
  show();
  installAuthorPicks(form, () => loadFeeds(form), show);
}

const chosen = (form: HTMLFormElement): Set<string> => new Set(new FormData(form).getAll('feed').map(String));

async function loadFeeds(form: HTMLFormElement): Promise<Document> {
  const response = await fetch(form.dataset['opml']!);
  if (!response.ok) throw new Error(response.statusText);
  return new DOMParser().parseFromString(await response.text(), 'text/xml');
}

/** An OPML file with those feeds of a list only whose addresses have these paths, and no empty folder. */
function withFeeds(list: Document, paths: ReadonlySet<string>): string {
  for (const feed of list.querySelectorAll('outline[xmlUrl]'))
    if (!paths.has(new URL(feed.getAttribute('xmlUrl')!).pathname)) feed.remove();
  for (const folder of list.querySelectorAll('outline:not([xmlUrl])'))
    if (folder.childElementCount === 0) folder.remove();
  return `<?xml version="1.0" encoding="utf-8"?>\n${new XMLSerializer().serializeToString(list.documentElement)}\n`;
}
