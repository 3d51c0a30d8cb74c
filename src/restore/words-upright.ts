import { damage } from './damage.ts';
import { renders } from './renders.ts';

/**
 * In order: an opening and a closing brace; commands that set what follows upright; other commands; a script of three
 * small letters or more, or of the word `in`, without braces, of which TeX would set the first alone; a word of three
 * small letters or more at the start that has a script; words side by side, whose blanks TeX drops.
 */
const parts =
  /[{}]|\\(?:text[a-z]*|math[a-z]+|operatorname|emph|mbox|hbox|bf|em|it|rm|sc|sf|small|tt)(?![a-zA-Z])(?: *\{)?|\\[a-zA-Z]+|(?<=[_^])(?:[a-z]{3,}|in)(?![a-zA-Z])|^[a-z]{3,}(?=[_^])|(?<![A-Za-z_^])(?:[A-Za-z][a-z]{2,}|by|if|in|is|of|on|or|to)(?: (?:[A-Za-z][a-z]{2,}|by|if|in|is|of|on|or|to))+(?![A-Za-z])/g;
const setsWhatFollows = /^\\(?:bf|em|it|rm|sc|sf|small|tt)$/;
const longWord = /[A-Za-z][a-z]{3}/;
const functionName = /^(?:arg|cos|deg|det|dim|exp|gcd|inf|ker|lim|log|max|min|mod|sin|sup|tan)$/;

/**
 * The formula with words in `\text{…}` that would else be set letter by letter: of those that it looks for, authors
 * leave next to none without. Where `damage` would not make the same of it, or KaTeX not render it, the formula as it
 * was.
 */
export function wordsUpright(tex: string): string {
  /** Per open group whether it is upright. */
  const groups = [false];
  const upright = tex.replace(parts, (part) => {
    if (part === '}') {
      if (groups.length > 1) groups.pop();
    } else if (part === '{') {
      groups.push(groups.at(-1)!);
    } else if (part.endsWith('{')) {
      groups.push(true);
    } else if (setsWhatFollows.test(part)) {
      groups[groups.length - 1] = true;
    } else if (!part.startsWith('\\') && !groups.at(-1) && isWords(part)) {
      return `\\text{${part}}`;
    }
    return part;
  });
  return upright !== tex && damage(`$${upright}$`) === damage(`$${tex}$`) && renders(upright) ? upright : tex;
}

function isWords(part: string): boolean {
  return part.includes(' ') ? longWord.test(part) : !functionName.test(part);
}
