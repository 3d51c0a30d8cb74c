const shownMilliseconds = 1500;

/**
 * Makes the page's copy buttons work. `data-copy` says what: `link` the page's canonical address, `title` its plain
 * title, anything else the text of the element of that id. The button says for a moment whether it went well.
 */
export function installCopyButtons(page: Document): void {
  page.addEventListener('click', async ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>('button[data-copy]');
    if (!button || button.dataset['wasCalled'] !== undefined) return;
    const name = button.textContent;
    button.dataset['wasCalled'] = name;
    try {
      await page.defaultView!.navigator.clipboard.writeText(textFor(page, button.dataset['copy']!));
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Not allowed by the browser';
    }
    setTimeout(() => {
      button.textContent = name;
      delete button.dataset['wasCalled'];
    }, shownMilliseconds);
  });
}

function textFor(page: Document, what: string): string {
  if (what === 'link')
    return page.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? page.location.href;
  if (what === 'title')
    return page.querySelector<HTMLMetaElement>('meta[property="og:title"]')?.content ?? page.title;
  return page.getElementById(what)?.textContent ?? '';
}
