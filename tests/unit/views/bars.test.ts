import { expect, it } from 'vitest';
import { barTable, spark } from '#views/bars.ts';
import { expectValidHtml } from './valid-html.ts';

it('draws bars by their share of the largest', async () => {
  const table = barTable('Papers', [
    { label: '2025', href: '/2025/', value: 1000 },
    { label: '2024', href: null, value: 250 },
    { label: '2023', href: null, value: 0 },
  ]).text;
  expect([...table.matchAll(/rect width="([^"]*)"/g)].map(([, width]) => width)).toEqual(['100', '25', '0']);
  expect(table).toContain('1,000');
  await expectValidHtml(table);
});

it('says in words what a spark shows', async () => {
  const columns = [1, 3, 0].map((value, index) => ({ label: `Month ${index}`, value }));
  const { text } = spark(columns);
  expect(text).toContain('aria-label="Month 0 to Month 2; most in Month 1: 3 papers"');
  expect(text.match(/<rect/g)).toHaveLength(3);
  await expectValidHtml(text);
});

it('leaves a spark empty where there is nothing', () => {
  expect(spark([]).text).not.toContain('svg');
  expect(spark([{ label: 'May', value: 0 }]).text).not.toContain('svg');
});
