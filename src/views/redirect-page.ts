import type { Urls } from '#site/urls.ts';
import { html } from './html.ts';

/** A page that sends readers, and search engines, to the address that a paper has now. `path` is from the root. */
export function redirectPage(path: string, urls: Urls): string {
  const address = urls.absolute(path);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Moved</title>
        <meta http-equiv="refresh" content="0; url=${path}" />
        <link rel="canonical" href="${address}" />
        <meta name="robots" content="noindex" />
      </head>
      <body>
        <p>This paper is now at <a href="${path}">${address}</a>.</p>
      </body>
    </html>`.text;
}
