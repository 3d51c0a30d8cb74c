/**
 * Makes a selection that is copied have each formula once: its TeX between dollars in plain text, its MathML in HTML. A
 * formula selected in part becomes selected as a whole. A selection without formulas is left to the browser.
 */
export function installFormulaCopy(page: Document): void {
  page.addEventListener('copy', (event) => {
    const selection = page.getSelection();
    if (selection?.rangeCount !== 1) return;
    const range = selection.getRangeAt(0);
    const formulas = [...page.querySelectorAll('.katex')].filter((formula) => range.intersectsNode(formula));
    const [first] = formulas;
    const last = formulas.at(-1);
    if (first === undefined || last === undefined) return;
    if (first.contains(range.startContainer)) range.setStartBefore(first);
    if (last.contains(range.endContainer)) range.setEndAfter(last);
    event.clipboardData!.setData('text/html', shownHtml(page, range));
    event.clipboardData!.setData('text/plain', textWithTex(page, selection, formulas));
    event.preventDefault();
  });
}

function shownHtml(page: Document, range: Range): string {
  // A copy is not in the page, so it cannot be asked what it shows. What contains a formula is an element.
  const within = range.commonAncestorContainer as Element;
  const hidden = [...within.querySelectorAll('*')].filter((element) => !element.checkVisibility());
  hidden.forEach((element) => element.toggleAttribute('data-unseen'));
  const copy = page.createElement('div');
  copy.append(range.cloneContents());
  hidden.forEach((element) => element.toggleAttribute('data-unseen'));
  copy.querySelectorAll('[data-unseen], .katex-html, annotation').forEach((element) => element.remove());
  return copy.innerHTML;
}

/** The text as the browser tells it of what it shows, with TeX in the place of the formulas for that moment. */
function textWithTex(page: Document, selection: Selection, formulas: readonly Element[]): string {
  // New before old, since a range that ends between the two would end before the new.
  const texts = formulas.map((formula) => {
    const tex = page.createTextNode(`$${formula.querySelector('annotation')?.textContent?.trim()}$`);
    formula.before(tex);
    formula.remove();
    return tex;
  });
  const text = selection.toString();
  texts.forEach((tex, index) => {
    tex.before(formulas[index]!);
    tex.remove();
  });
  return text;
}
