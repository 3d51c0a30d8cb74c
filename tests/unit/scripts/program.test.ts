import { expect, it } from 'vitest';
import { programFor } from '../../../scripts/commands/program.ts';

const namesFor = async (...args: string[]) => (await programFor(args)).commands.map((each) => each.name());

it('has the command that is called alone, and all for help and for a name that is none', async () => {
  const all = await namesFor('--help');
  expect(all).toContain('build');
  expect(all).toContain('restore');
  expect(await namesFor('bild')).toEqual(all);
  expect(await namesFor('constructor')).toEqual(all);
  for (const name of all) expect(await namesFor(name, '--help')).toEqual([name]);
});
