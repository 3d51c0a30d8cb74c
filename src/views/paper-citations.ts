import { bibtex } from '#citation/bibtex.ts';
import { cslJson } from '#citation/csl-json.ts';
import { plainReference } from '#citation/plain-reference.ts';
import { ris } from '#citation/ris.ts';
import type { CitationRecord } from '#citation/schema.ts';
import type { Urls } from '#site/urls.ts';
import { formatNumber } from './format.ts';
import { html, type Markup, raw } from './html.ts';

/** A paper in a format that reference managers read, and the address of the file that has it. */
export interface CitationFile {
  format: string;
  file: string;
  text: string;
}

let latest: { record: CitationRecord; urls: Urls; files: readonly CitationFile[] } | undefined;

/** The files with references to one paper that stand beside its page, which shows the same: the latest are kept. */
export function citationFiles(record: CitationRecord, urls: Urls): readonly CitationFile[] {
  if (latest?.record !== record || latest.urls !== urls)
    latest = {
      record,
      urls,
      files: [
        { format: 'BibTeX', file: urls.paperBibtex(record.slug), text: bibtex([record]) },
        { format: 'RIS', file: urls.paperRis(record.slug), text: ris([record]) },
      ],
    };
  return latest.files;
}

/**
 * References to a paper in the common formats, and the record that the list of saved papers makes its own from.
 * `hasFiles`: whether the site has files of them beside the page.
 */
export function paperCitations(record: CitationRecord, urls: Urls, hasFiles: boolean): Markup {
  const files = citationFiles(record, urls).map((file) => ({ ...file, file: hasFiles ? file.file : null }));
  const formats = [
    ...files,
    { format: 'CSL-JSON', text: JSON.stringify(cslJson([record])[0], null, 2), file: null },
    { format: 'Plain text', text: plainReference(record), file: null },
  ];
  const data = raw(JSON.stringify(record).replaceAll('<', '\\u003c'));
  const named = record.authors.length;
  const cut =
    record.moreAuthors > 0 &&
    html`<p class="note">
      These name the first ${named} of ${formatNumber(named + record.moreAuthors)}
      authors${hasFiles && '; the files to download name all'}.
    </p>`;
  return html`<section class="cite">
    <h2>Cite</h2>
    ${cut}
    ${formats.map(({ format, text, file }) => {
      const id = `cite-${format.replace(/\W/g, '').toLowerCase()}`;
      return html`<details>
        <summary>${format}</summary>
        <pre id="${id}">${text.trimEnd()}</pre>
        <p class="cite-actions">
          <button type="button" class="link needs-js" data-copy="${id}">Copy</button>
          ${file !== null && html`<a class="link" href="${file}" download>Download</a>`}
        </p>
      </details>`;
    })}
    <script type="application/json" class="citation-record">
      ${data}
    </script>
  </section>`;
}
