import { escapeMarkup } from '#abstracts/escape.ts';
import { aboutFeeds } from './browser-view.ts';

/** An XSL style sheet that shows RSS and Atom feeds as pages, with the site's own CSS, which `cssUrl` is. */
export function feedXsl(cssUrl: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:atom="http://www.w3.org/2005/Atom" exclude-result-prefixes="atom">
  <xsl:output method="html" encoding="utf-8" doctype-system="about:legacy-compat"/>
  <xsl:template match="/rss/channel">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="title"/>
      <xsl:with-param name="about" select="description"/>
      <xsl:with-param name="home" select="link"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="/atom:feed">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="atom:title"/>
      <xsl:with-param name="about" select="atom:subtitle"/>
      <xsl:with-param name="home" select="atom:link[@rel='alternate']/@href"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="page">
    <xsl:param name="title"/>
    <xsl:param name="about"/>
    <xsl:param name="home"/>
    <html lang="en">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="$title"/></title>
        <link rel="stylesheet" href="${escapeMarkup(cssUrl)}"/>
      </head>
      <body>
        <main class="feed">
          <h1><xsl:value-of select="$title"/></h1>
          <p><xsl:value-of select="$about"/></p>
          <p>${aboutFeeds} <a href="{$home}">The page with the same papers</a></p>
          <xsl:apply-templates select="item | atom:entry"/>
        </main>
      </body>
    </html>
  </xsl:template>
  <xsl:template match="item">
    <xsl:call-template name="entry">
      <xsl:with-param name="title" select="title"/>
      <xsl:with-param name="url" select="link"/>
      <xsl:with-param name="date" select="substring(pubDate, 1, 16)"/>
      <xsl:with-param name="text" select="description"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="atom:entry">
    <xsl:call-template name="entry">
      <xsl:with-param name="title" select="atom:title"/>
      <xsl:with-param name="url" select="atom:link[@rel='alternate']/@href"/>
      <xsl:with-param name="date" select="substring(atom:published, 1, 10)"/>
      <xsl:with-param name="text" select="atom:summary"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="entry">
    <xsl:param name="title"/>
    <xsl:param name="url"/>
    <xsl:param name="date"/>
    <xsl:param name="text"/>
    <article>
      <h2><a href="{$url}"><xsl:value-of select="$title"/></a></h2>
      <p class="when"><xsl:value-of select="$date"/></p>
      <p><xsl:value-of select="$text"/></p>
    </article>
  </xsl:template>
</xsl:stylesheet>
`;
}

/**
 * A style sheet for the pages that `feedXsl` makes, and for feeds as they are: browsers that do not know XSL show
 * titles, dates and texts by it.
 */
export const feedCss = `@namespace atom "http://www.w3.org/2005/Atom";
@namespace html "http://www.w3.org/1999/xhtml";
:root { color-scheme: light dark; font: 1.0625rem/1.55 Georgia, serif; }
main.feed, rss, atom|feed { display: block; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
channel > *, item > *, atom|feed > *, atom|entry > * { display: none; }
channel, channel > title, channel > description, item, item > title, item > pubDate, item > description,
atom|feed > atom|title, atom|subtitle, atom|entry, atom|entry > atom|title, atom|published, atom|summary,
channel > html|p, atom|feed > html|p, html|a { display: block; }
main.feed h1, channel > title, atom|feed > atom|title { font-size: 2em; font-weight: 600; line-height: 1.2; }
main.feed article, item, atom|entry { margin: 2rem 0; }
main.feed h2, item > title, atom|entry > atom|title { margin: 0; font-size: 1.25em; font-weight: 600; }
main.feed .when, item > pubDate, atom|published { margin: 0; font: 0.875rem/1.55 system-ui, sans-serif; }
`;
