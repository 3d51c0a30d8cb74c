const special = /[&<>"]/;

/** Text for XML and HTML, in elements and in double-quoted attributes. */
export function escapeMarkup(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
