import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownSource, parseProgram } from '../../../scripts/init/program-source.ts';

/** A new repository with that remote `origin`, or none. */
function repository(origin: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'digest-program-'));
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe' });
  git('init', '--quiet');
  if (origin !== null) git('remote', 'add', 'origin', origin);
  return folder;
}

describe('--program', () => {
  it.each([
    ['ada/digest', 'https://github.com/ada/digest.git', 'HEAD'],
    ['ada/digest#v2.1', 'https://github.com/ada/digest.git', 'v2.1'],
    ['https://example.org/digest.git#feature/x', 'https://example.org/digest.git', 'feature/x'],
    ['git@example.org:ada/digest.git', 'git@example.org:ada/digest.git', 'HEAD'],
  ])('%s is %s at %s', (text, address, ref) => {
    expect(parseProgram(text)).toEqual({ address, ref });
  });

  it('may be a folder with a repository', () => {
    const folder = repository(null);
    expect(parseProgram(`${folder}#main`)).toEqual({ address: folder, ref: 'main' });
    mkdirSync(join(folder, 'plain'));
    expect(() => parseProgram(join(folder, 'plain'))).toThrow(/ is no git repository\. /);
  });

  it.each([
    '',
    'digest',
    'a/b/c',
    'ada/digest#',
    'ada/digest#--upload-pack=x',
    'https://a.org/$(x)',
    'ada/digest#a b',
  ])('refuses %j', (text) => {
    expect(() => parseProgram(text)).toThrow(/^--program .* is no git repository\. /);
  });
});

describe('without --program', () => {
  it.each([
    ['git@github.com:ada/digest.git', 'https://github.com/ada/digest.git'],
    ['https://token@github.com/ada/digest', 'https://github.com/ada/digest.git'],
    ['https://user:key@example.org/digest.git', 'https://example.org/digest.git'],
    ['git@example.org:ada/digest.git', 'git@example.org:ada/digest.git'],
  ])('takes the origin %s as %s', (origin, address) => {
    expect(ownSource(repository(origin))).toEqual({ address, ref: 'HEAD' });
  });

  it('takes the repository itself where it has no origin', () => {
    const folder = repository(null);
    expect(ownSource(folder)).toEqual({ address: folder, ref: 'HEAD' });
  });

  it('says that it cannot know for a copy without repository', () => {
    expect(() => ownSource(mkdtempSync(join(tmpdir(), 'digest-copy-')))).toThrow(
      'This copy of the program is no git repository, so that a new site would not know where to get it. Say where it is with --program: owner/repository on GitHub, an address that git knows, or a folder with a repository.',
    );
  });
});
