import katex from 'katex';

const formula = /\$([^$]+)\$/g;

/** What a user would put together: KaTeX in a filter, with a cache of formulas in memory. */
export default function (config) {
  const cache = new Map();
  const typeset = (tex) => {
    let html = cache.get(tex);
    if (html === undefined) {
      try {
        html = katex.renderToString(tex, { throwOnError: false });
      } catch {
        // KaTeX throws all the same for a letter that none of its fonts has.
        html = escape(`$${tex}$`);
      }
      cache.set(tex, html);
    }
    return html;
  };
  const escape = (text) =>
    text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]);
  const math = (text) =>
    text
      .split(formula)
      .map((part, index) => (index % 2 === 0 ? escape(part) : typeset(part)))
      .join('');
  const prerendered = process.env.PRERENDERED === '1';
  config.addFilter('titleHtml', (paper) => (prerendered ? paper.titleHtml : math(paper.title)));
  config.addFilter('abstractHtml', (paper) => (prerendered ? paper.abstractHtml : math(paper.abstract)));
  config.setQuietMode(true);
}

export const config = { dir: { input: 'pages', output: process.env.OUT } };
