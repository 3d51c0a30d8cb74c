import { escapeMarkup } from './escape.ts';
import { mathLetters } from './math-letters.ts';
import { mathTree, type MathElement } from './mathml-tree.ts';

/**
 * A formula, typeset by KaTeX, as MathML only, without the TeX that KaTeX adds to it.
 *
 * Some feed readers drop the tags and keep their text, so that `x²` would read `x2`. Marks of no width (`^`, `_`, `/`,
 * brackets) are laid out invisibly where MathML is understood, and keep the text readable where it is not.
 */
export function feedMathml(katexHtml: string): string {
  const { attributes, children } = mathTree(katexHtml);
  return `<math xmlns="http://www.w3.org/1998/Math/MathML"${written(attributes, ['display'])}>${children.map(element).join('')}</math>`;
}

const keptAttributes = [
  'stretchy',
  'fence',
  'separator',
  'accent',
  'accentunder',
  'width',
  'linethickness',
  'displaystyle',
  'scriptlevel',
  'columnalign',
  'lspace',
  'rspace',
  'notation',
  'minsize',
  'maxsize',
];

function written(attributes: MathElement['attributes'], names: readonly string[]): string {
  return names
    .filter((name) => attributes[name] !== undefined)
    .map((name) => ` ${name}="${escapeMarkup(attributes[name]!)}"`)
    .join('');
}

function element(node: MathElement): string {
  const { name, attributes, text } = node;
  if (node.children.length > 0 || text === '') {
    // Browsers lay out tokens such as `mo` as text, whatever elements KaTeX puts into them.
    const container = name === 'mo' || name === 'mi' ? 'mrow' : name;
    return `<${container}${written(attributes, keptAttributes)}>${marked(node).join('')}</${container}>`;
  }
  const letters = mathLetters(text, attributes['mathvariant']);
  const isUpright = letters === text && attributes['mathvariant'] === 'normal' && name === 'mi';
  return `<${name}${isUpright ? ' mathvariant="normal"' : ''}${written(attributes, keptAttributes)}>${escapeMarkup(letters)}</${name}>`;
}

/** The children, those that a tag alone sets apart behind a mark. */
function marked({ name, children, attributes }: MathElement): string[] {
  const parts = children.map(element);
  const [first, second, third] = parts;
  const [, secondNode, thirdNode] = children;
  switch (name) {
    case 'msup':
      return [first!, behind(isPrime(secondNode) ? '' : '^', second!, secondNode)];
    case 'msub':
      return [first!, behind('_', second!, secondNode)];
    case 'msubsup':
      return [
        first!,
        behind('_', second!, secondNode),
        behind(isPrime(thirdNode) ? '' : '^', third!, thirdNode),
      ];
    case 'munderover':
      return [first!, behind('_', second!, secondNode), behind('^', third!, thirdNode)];
    case 'munder':
      return [first!, attributes['accentunder'] ? second! : behind('_', second!, secondNode)];
    case 'mover':
      return [first!, attributes['accent'] ? second! : behind('^', second!, secondNode)];
    case 'mfrac':
      return [
        grouped(first!, children[0]),
        behind(attributes['linethickness'] === '0px' ? ' choose ' : '/', second!, secondNode),
      ];
    case 'msqrt':
      return [mark('√('), ...parts, mark(')')];
    case 'mtd':
      return [...parts, mark(' ')];
    default:
      return children.map((child, index) => blankBetween(children[index - 1], child) + parts[index]);
  }
}

/** The thin blank that sets the name of a function apart from what stands around it, which MathML leaves to do. */
function blankBetween(before: MathElement | undefined, after: MathElement): string {
  if (before === undefined) return '';
  const applies = endsWithApplication(before) && /^[\p{L}\p{N}√∑∏|‖]/u.test(firstText(after));
  const isName = isFunctionName(after) && /[\p{L}\p{N})\]]$/u.test(lastText(before));
  return applies || isName ? '<mtext>\u2009</mtext>' : '';
}

function isFunctionName(node: MathElement): boolean {
  if (node.name === 'mi') return /^\p{L}{2,}/u.test(node.text);
  const [first] = node.children;
  return /^(?:mrow|m?(?:sub|sup|subsup|under|over|underover))$/.test(node.name) && first
    ? isFunctionName(first)
    : false;
}

/** Whether a row, or the base of scripts, ends with the invisible sign that applies a function. */
function endsWithApplication(node: MathElement): boolean {
  if (node.children.length === 0) return node.text === '\u2061';
  const isRow = node.name === 'mrow' || node.name === 'mstyle';
  return endsWithApplication(isRow ? node.children.at(-1)! : node.children[0]!);
}

const firstText = (node: MathElement): string => (node.children[0] ? firstText(node.children[0]) : node.text);

const lastText = (node: MathElement): string =>
  node.children.length > 0 ? lastText(node.children.at(-1)!) : node.text;

function behind(sign: string, content: string, node: MathElement | undefined): string {
  return sign === '' ? content : `<mrow>${mark(sign)}${grouped(content, node)}</mrow>`;
}

/** A row in brackets that only readers without MathML see. */
function grouped(content: string, node: MathElement | undefined): string {
  const isRow = (node?.children.length ?? 0) > 1;
  return isRow ? `<mrow>${mark('(')}${content}${mark(')')}</mrow>` : content;
}

function mark(text: string): string {
  return `<mpadded width="0"><mphantom><mtext>${text}</mtext></mphantom></mpadded>`;
}

function isPrime(node: MathElement | undefined): boolean {
  return (
    node?.text === '′' || (node?.children.length ? node.children.every((child) => child.text === '′') : false)
  );
}
