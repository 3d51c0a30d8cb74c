import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '#abstracts/markdown.ts';

describe('renderMarkdown', () => {
  it('renders GitHub’s Markdown', () => {
    expect(renderMarkdown('# A *b*\n\n- [x] done\n\n| a |\n|---|\n| 1 |').html).toMatchInlineSnapshot(`
      "<h1>A <em>b</em></h1>
      <ul class="contains-task-list">
      <li class="task-list-item"><input type="checkbox" checked disabled> done</li>
      </ul>
      <table>
      <thead>
      <tr>
      <th>a</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>1</td>
      </tr>
      </tbody>
      </table>"
    `);
  });

  it('keeps the language of code where it is the name of one', () => {
    const classOf = (language: string) =>
      / class="([^"]*)"/.exec(renderMarkdown(`\`\`\`${language}\nx\n\`\`\``).html)?.[1];
    expect(classOf('objective-c++')).toBe('language-objective-c++');
    expect(classOf('<script>')).toBe('');
  });

  it('typesets mathematics as abstracts do', () => {
    const { html, hasMath, styles } = renderMarkdown('$x^2$\n\n$$\ny\n$$');
    expect(html).toMatch(/^<p><span class="math"><span class="katex">.*<\/p>\n<span class="math display">/s);
    expect(hasMath).toBe(true);
    expect(styles.length).toBeGreaterThan(0);
  });

  it('leaves what KaTeX rejects as text, and says so', () => {
    const { html, messages } = renderMarkdown(String.raw`so $\nope$`);
    expect(html).toBe(String.raw`<p>so $\nope$</p>`);
    expect(messages).toEqual([
      String.raw`The formula “\nope” is shown as text, because it cannot be typeset: Undefined control sequence: \nope.`,
    ]);
  });

  it('leaves raw HTML and dangerous addresses out', () => {
    expect(renderMarkdown('<b onclick="x()">a</b> [b](javascript:x) <script>c</script>').html).toBe(
      '<p>a <a>b</a> c</p>',
    );
  });

  it('puts the base path before addresses of the site', () => {
    const resolve = (path: string) => `/base${path}`;
    expect(renderMarkdown('[a](/status/) [b](//x.org/) ![c](/c.png)', resolve).html).toBe(
      '<p><a href="/base/status/">a</a> <a href="//x.org/">b</a> <img src="/base/c.png" alt="c"></p>',
    );
  });
});
