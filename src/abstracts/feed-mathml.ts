import { escapeMarkup } from './escape.ts';
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
  'mathvariant',
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
  const content = marked(node).join('') || escapeMarkup(node.text);
  return `<${node.name}${written(node.attributes, keptAttributes)}>${content}</${node.name}>`;
}

/** The children, those that a tag alone sets apart behind a mark. */
function marked({ name, children, attributes }: MathElement): string[] {
  const [first, second, third] = children.map(element);
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
      return [mark('√('), ...children.map(element), mark(')')];
    case 'mtd':
      return [...children.map(element), mark(' ')];
    default:
      return children.map(element);
  }
}

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
