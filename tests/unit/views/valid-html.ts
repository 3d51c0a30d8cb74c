import { HtmlValidate } from 'html-validate';
import { expect } from 'vitest';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'no-inline-style': 'error' },
});

/** Expects valid HTML without inline styles and handlers. */
export async function expectValidHtml(markup: string): Promise<void> {
  const { results } = await validator.validateString(markup);
  expect(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([]);
  expect(markup.match(/<[^>]* on[a-z]+=/)).toBeNull();
}
