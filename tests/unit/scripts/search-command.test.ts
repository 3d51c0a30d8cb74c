import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildSearch } from '#search/build-search.ts';
import { addSearchCommand } from '../../../scripts/commands/search.ts';
import { papers } from '../search/documents.ts';

const dist = mkdtempSync(join(tmpdir(), 'digest-search-'));

beforeAll(() => {
  for (const [path, bytes] of buildSearch(papers).files) {
    mkdirSync(dirname(join(dist, 'search', path)), { recursive: true });
    writeFileSync(join(dist, 'search', path), bytes);
  }
  writeFileSync(join(dist, 'queries.jsonl'), '{"q": "heat"}\n\n{"q": "tangent"}\n');
});

afterAll(() => rmSync(dist, { recursive: true }));

async function search(...args: string[]): Promise<unknown[]> {
  const program = new Command('digest').exitOverride();
  addSearchCommand(program);
  let output = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += text;
    return true;
  });
  try {
    await program.parseAsync(['search', ...args], { from: 'user' });
  } finally {
    write.mockRestore();
  }
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('digest search', () => {
  it('prints the results and what a browser would load for them', async () => {
    const [answer] = await search('--dist', dist, 'heat', 'kernels');
    expect(answer).toEqual({
      q: 'heat kernels',
      results: [
        {
          slug: 'models-of-diffusion',
          title: 'Physical models of heat diffusion',
          score: expect.any(Number),
        },
      ],
      transfer: { requests: 4, bytes: expect.any(Number) },
    });
  });

  it('keeps to a limit, and runs files of queries', async () => {
    expect(await search('--dist', dist, '--limit', '1', 'kernel', 'OR', 'kernels')).toMatchObject([
      { results: [{}] },
    ]);
    expect(await search('--dist', dist, '--queries', join(dist, 'queries.jsonl'))).toMatchObject([
      { q: 'heat', results: [{ slug: 'models-of-diffusion' }] },
      { q: 'tangent', results: [{ slug: 'neural-tangent-kernel' }] },
    ]);
  });

  it('finds a paper by its arXiv id', async () => {
    expect(await search('--dist', dist, 'arXiv:1806.07572v1')).toMatchObject([
      { results: [{ slug: 'neural-tangent-kernel' }] },
    ]);
  });

  it('says what is missing', async () => {
    await expect(search('--dist', dist)).rejects.toThrow(
      'Say what to search for, or give a file of queries with --queries.',
    );
    await expect(search('--dist', dist, '--queries', join(dist, 'queries.jsonl'), 'heat')).rejects.toThrow(
      'Give a query or a file of queries with --queries, not both.',
    );
    await expect(search('--dist', join(dist, 'none'), 'heat')).rejects.toThrow(
      `${join(dist, 'none')} has no search index: build the site first, or say where it is with --dist.`,
    );
  });
});
