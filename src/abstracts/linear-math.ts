import { bracketed } from './bracketed.ts';
import { mathTree, type MathElement } from './mathml-tree.ts';

const scriptMarks = { up: ['\ue000', '\ue001'], down: ['\ue002', '\ue003'] } as const;

/**
 * A formula, typeset by KaTeX, on one line: `(a+b)/n`, `√n`, names of functions and relations set apart. Superscripts
 * stand between U+E000 and U+E001, subscripts between U+E002 and U+E003, of the private use area.
 */
export function linearMath(katexHtml: string): string {
  return mathTree(katexHtml)
    .children.map((child) => plain(child, true))
    .join('')
    .replaceAll(functionApplication, '')
    .replace(/\s+/g, ' ')
    .replace(/([<>=]) =/g, '$1=')
    .replace(/: = /g, ' := ')
    .trim();
}

const relation = /^(?:[=≠<>≤≥≪≫≈≃≅∼≡≐≔∝∈∉∋⊂⊆⊃⊇⊊→←↔⇒⇐⇔↦⟶⟵⟹⟺⊢⊨⪯⪰≺≻≲≳∪∩∧∨∖∣⊥∥]|[⩽⩾])$/u;
const startsOpen = new RegExp(relation.source.replace(/\$$/, ''), 'u');
const endsOpen = new RegExp(relation.source.replace(/^\^/, ''), 'u');
const largeOperator = /^[∑∏∐∫∬∭∮⋃⋂⨁⨂⋁⋀]/u;
const functionApplication = '\u2061';
/** How KaTeX ends a space that is less than none, such as that of `\\!`. */
const negativeSpace = '\u2063';

const letterlike = new Map(
  [...'CℂHℍNℕPℙQℚRℝZℤ'].flatMap((c, i, all) => (i % 2 ? [] : [[c, all[i + 1]!] as const])),
);

const combining = new Map([
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['ˉ', '\u0304'],
  ['‾', '\u0304'],
  ['˙', '\u0307'],
  ['¨', '\u0308'],
  ['ˇ', '\u030c'],
  ['˘', '\u0306'],
  ['ˊ', '\u0301'],
  ['ˋ', '\u0300'],
  ['˚', '\u030a'],
  ['⃗', '\u20d7'],
  ['→', '\u20d7'],
]);

/** `spaced`: relations stand between blanks, as they do outside of scripts. */
function plain(element: MathElement, spaced: boolean): string {
  const [first, second, third] = element.children;
  switch (element.name) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext':
      return first ? row(element, false) : leaf(element, spaced);
    case 'msup':
      return scripted(first, raised(second));
    case 'msub':
      return scripted(first, lowered(second));
    case 'msubsup':
    case 'munderover':
      return scripted(first, lowered(second) + raised(third));
    case 'mover':
      return accented(first, second, combining) ?? scripted(first, raised(second));
    case 'munder':
      return accented(first, second, new Map([['‾', '\u0332']])) ?? scripted(first, lowered(second));
    case 'mfrac':
      return fraction(element);
    case 'msqrt':
      return `√${bracketed(row(element, false), /^[\p{L}\p{N}]$|^\d+$/u)}`;
    case 'mroot':
      return `${raised(second)}√${bracketed(inner(first), /^[\p{L}\p{N}]$|^\d+$/u)}`;
    case 'mtable':
      return element.children.map(tableLine).join('; ');
    case 'mspace':
      return parseFloat(element.attributes['width'] ?? '0') > 0.2 ? ' ' : '';
    case 'mphantom':
      return '';
    default:
      return row(element, spaced);
  }
}

/** What scripts, fractions and roots hold. */
const inner = (element: MathElement | undefined): string => (element ? plain(element, false).trim() : '');

function leaf({ name, text: source, attributes }: MathElement, spaced: boolean): string {
  const text = source.replace(/[\ue000-\ue003]/g, '');
  if (text.endsWith(negativeSpace)) return '';
  if (attributes['mathvariant'] === 'double-struck') return letterlike.get(text) ?? text;
  if (name === 'mo' && spaced && relation.test(text)) return ` ${text} `;
  if (attributes['separator'] === 'true') return `${text} `;
  return text === '∣' ? '|' : text === '∥' ? '‖' : text === '⋅' ? '·' : text.replace(/\s/g, ' ');
}

/** Neighbours, with the blanks that set names of functions and large operators apart. */
function row({ children }: MathElement, spaced: boolean): string {
  let text = '';
  for (const child of children) {
    const next = plain(child, spaced);
    const isName = text.endsWith(functionApplication);
    if (isName) text = text.slice(0, -1);
    const applies = isName && /^[\p{L}\p{N}√\\∑∏∞]/u.test(next) && next !== functionApplication;
    if (/(?:^|\D)\d{1,3}, $/.test(text) && /^\d{3}(?:\D|$)/.test(next)) text = text.slice(0, -1);
    const startsName =
      child.name === 'mi' && [...child.text].length > 1 && /[\p{L}\p{N})\ue001\ue003]$/u.test(text);
    text += (applies || startsName ? ' ' : '') + next;
  }
  return text;
}

/** A large operator or the name of a function with scripts is set apart from what it applies to. */
function scripted(base: MathElement | undefined, scripts: string): string {
  const text = inner(base);
  const applies = text.endsWith(functionApplication) || largeOperator.test(text);
  return text.replaceAll(functionApplication, '') + scripts + (applies ? functionApplication : '');
}

function raised(element: MathElement | undefined): string {
  return between(scriptMarks.up, inner(element));
}

function lowered(element: MathElement | undefined): string {
  return between(scriptMarks.down, inner(element));
}

function between([open, close]: readonly [string, string], text: string): string {
  return text === '' ? '' : open + text + close;
}

function accented(
  over: MathElement | undefined,
  sign: MathElement | undefined,
  signs: ReadonlyMap<string, string>,
): string | null {
  const isBrace = /^[⏞⏟︷︸]$/u.test(sign?.text ?? '');
  const mark = sign?.name === 'mo' ? signs.get(sign.text) : undefined;
  if (!isBrace && mark === undefined) return null;
  const letter = inner(over);
  if (isBrace || mark === undefined) return letter;
  return [...letter].length === 1 ? (letter + mark).normalize('NFC') : letter;
}

function fraction({ children: [over, under], attributes }: MathElement): string {
  if (attributes['linethickness'] === '0px') return `${inner(over)} choose ${inner(under)}`;
  return `${bracketed(inner(over), /^[^\s+−±,;]+$/u)}/${bracketed(inner(under), /^.\p{M}?(?:[\ue000\ue002][^\ue000-\ue003]*[\ue001\ue003])*$|^[\d.]+$/u)}`;
}

/** The cells of a line; an aligned relation needs no comma. */
function tableLine({ children }: MathElement): string {
  const cells = children.map((cell) => plain(cell, true).trim()).filter(Boolean);
  const joined = (line: string, cell: string) =>
    line + (endsOpen.test(line) || startsOpen.test(cell) ? ' ' : ', ') + cell;
  return cells.slice(1).reduce(joined, cells[0] ?? '');
}
