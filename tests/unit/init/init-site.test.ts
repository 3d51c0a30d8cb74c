import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFeeds } from '../../../scripts/build/read-corpus.ts';
import { silent } from '../../../scripts/build/progress.ts';
import { loadContent } from '../../../scripts/content/load-content.ts';
import { initSite, titleOfFolder, type NewSite } from '../../../scripts/init/init-site.ts';

const site: NewSite = {
  title: 'Tom & "Jerry": __URL__ $& papers',
  url: 'https://a.org',
  base: '/digest/',
  program: { address: 'https://example.org/program.git', ref: 'v2' },
};

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'digest-')), 'site');

function newSite(): string {
  const folder = newFolder();
  initSite(folder, site);
  return folder;
}

it('writes a folder that is ready to be read', async () => {
  const folder = newSite();
  const content = loadContent(join(folder, 'content'));
  expect(content.site).toMatchObject({
    id: site.title,
    title: site.title,
    url: 'https://a.org',
    base: '/digest/',
    sources: { hf: true },
  });
  expect(content.taxonomy.topics.length).toBeGreaterThan(0);
  expect(content.aboutMarkdown.value).toContain('# ');
  expect(await readFeeds(join(folder, 'content'), content, silent)).toEqual([]);

  const feed = '000_10bd07ffd8b01e77.txt';
  writeFileSync(join(folder, 'content', 'feeds', feed), readFileSync(`content/feeds/${feed}`));
  const [read] = await readFeeds(join(folder, 'content'), content, silent);
  expect(read!.value.sightings).toHaveLength(49);
});

it('names every file that it writes, and leaves no placeholder', () => {
  const folder = newFolder();
  const named = initSite(folder, { ...site, title: 'Papers' });
  const written = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  expect(written.sort()).toEqual(named);
  for (const file of written) expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/__[A-Z]/);
});

it.each(['digest', 'serve'])('says what is missing before the program is there: %s', (script) => {
  const options = { cwd: newSite(), encoding: 'utf8', shell: process.platform === 'win32' } as const;
  const { status, stderr } = spawnSync('npm', ['run', '--silent', script], options);
  expect([status, stderr]).toEqual([
    1,
    'The program is not here yet: npm run setup puts it into .paper-digest/.\n',
  ]);
});

describe('the workflow', () => {
  const workflow = parse(readFileSync(join(newSite(), '.github', 'workflows', 'publish.yml'), 'utf8'));
  const steps = workflow.jobs.build.steps as { name?: string; run?: string; if?: string; with?: object }[];
  const step = (name: string) => steps.find((candidate) => candidate.name === name)!;

  it('runs on a schedule, and gets the program from where package.json says', () => {
    expect(workflow.on.schedule[0].cron).toMatch(/^[1-9]\d? /);
    expect(steps.map(({ run }) => run)).toContain('npm run --silent setup');
    const { scripts } = JSON.parse(readFileSync(join(newSite(), 'package.json'), 'utf8'));
    expect(scripts.setup).toContain('"https://example.org/program.git" "v2"');
  });

  it('fetches, builds, checks and publishes in this order', () => {
    const order = ['Fetch', 'Enrich', 'Keep what was fetched', 'Build', 'Check'].map((name) =>
      steps.indexOf(step(name)),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(workflow.jobs.deploy.needs).toBe('build');
  });

  it('keeps the schedule from going to sleep, with the rights that this takes', () => {
    expect(step('Keep what was fetched').run).toContain('git push');
    expect(step('Keep the schedule awake').run).toContain('gh workflow enable publish.yml');
    expect(existsSync(join(newSite(), '.github', 'workflows', 'publish.yml'))).toBe(true);
    expect(workflow.jobs.build.permissions).toMatchObject({
      contents: 'write',
      actions: 'write',
      issues: 'write',
    });
  });

  it.each([
    [44, ''],
    [46, 'workflow enable publish.yml\n'],
  ])('wakes the schedule only when it is near sleep: %i days after the last commit', (days, asked) => {
    const repository = newSite();
    const date = new Date(Date.now() - days * 86_400_000).toISOString();
    const env: NodeJS.ProcessEnv = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
    const bin = mkdtempSync(join(tmpdir(), 'digest-bin-'));
    writeFileSync(join(bin, 'gh'), '#!/bin/sh\necho "$*"\n', { mode: 0o755 });
    const run = (command: string) =>
      execFileSync('bash', ['-e', '-c', command], {
        cwd: repository,
        encoding: 'utf8',
        env: { ...env, PATH: `${bin}:${env['PATH']}` },
      });
    run('git init -q && git add . && git -c user.name=A -c user.email=a@example.org commit -qm Start');
    expect(run(step('Keep the schedule awake').run!)).toBe(asked);
  });

  it.each([
    [0, 'run --silent digest -- check --previous addresses.txt\n'],
    [22, ''],
  ])('compares with the published site, if there is one: curl exits with %i', (status, asked) => {
    const bin = mkdtempSync(join(tmpdir(), 'digest-bin-'));
    writeFileSync(
      join(bin, 'curl'),
      `#!/bin/sh\n[ "$6" = https://a.org/digest/data/addresses.txt ] && exit ${status}\n`,
      { mode: 0o755 },
    );
    writeFileSync(join(bin, 'npm'), '#!/bin/sh\necho "$*"\n', { mode: 0o755 });
    const compare = step('Compare with the published site');
    const output = execFileSync('bash', ['-e', '-c', compare.run!], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}:${process.env['PATH']}`, PUBLISHED: 'https://a.org/digest/' },
    });
    expect(output).toBe(asked);
    expect(compare).toMatchObject({ 'continue-on-error': true });
    expect(steps.indexOf(step('Build'))).toBeLessThan(steps.indexOf(compare));
  });

  it('publishes what there is when data are stale, and fails afterwards', () => {
    expect(step('Fetch')).toMatchObject({ id: 'fetch', 'continue-on-error': true });
    expect(workflow.jobs.fresh).toMatchObject({
      needs: ['build', 'deploy'],
      if: "needs.build.outputs.fetched == 'failure'",
    });
  });
});

it('writes into an empty folder, and into a new repository', () => {
  const folder = newFolder();
  mkdirSync(join(folder, '.git'), { recursive: true });
  expect(() => initSite(folder, site)).not.toThrow();
});

it('leaves a folder alone in which there is something', () => {
  const folder = newFolder();
  mkdirSync(folder);
  for (const name of ['d.txt', 'c.txt', 'b.txt', 'a.txt']) writeFileSync(join(folder, name), '');
  expect(() => initSite(folder, site)).toThrow(
    `${folder} is not empty (a.txt, b.txt, c.txt, …), and nothing in it was changed. Name a folder that does not exist yet, or an empty one.`,
  );
  expect(readdirSync(folder)).toHaveLength(4);
  expect(() => initSite(join(folder, 'a.txt'), site)).toThrow(
    `${join(folder, 'a.txt')} is a file. Name a folder that does not exist yet, or an empty one.`,
  );
});

it.each([
  ['my-papers', 'My papers'],
  ['/srv/robot_arms/', 'Robot arms'],
  ['---', 'Papers'],
])('makes a title of %s', (folder, title) => {
  expect(titleOfFolder(folder)).toBe(title);
});
