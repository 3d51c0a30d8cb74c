import type { Channel } from './schema.ts';

/** How browsers show a feed: by XSL where they still can, else by CSS. */
export function stylesheets({ viewUrls }: Pick<Channel, 'viewUrls'>) {
  return [
    { type: 'text/xsl', href: viewUrls.xsl },
    { type: 'text/css', href: viewUrls.css },
  ];
}
