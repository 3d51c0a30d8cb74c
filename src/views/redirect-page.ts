import { contentSecurityPolicy } from '#site/security.ts';
import { html } from './html.ts';

/**
 * A page that sends readers, and search engines, to the address that a paper or topic has now. `path` is where the link
 * leads, from the root or to another site; `address` is the same in full.
 */
export function redirectPage(path: string, address: string): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />
        <title>Moved</title>
        <meta http-equiv="refresh" content="0; url=${path}" />
        <link rel="canonical" href="${address}" />
        <meta name="robots" content="noindex" />
      </head>
      <body>
        <p>This page is now at <a href="${path}">${address}</a>.</p>
      </body>
    </html>`.text;
}
