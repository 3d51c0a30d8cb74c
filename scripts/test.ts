import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Runs the unit and property tests and the browser tests, and sums what the runners report. */
const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, '.cache', 'test-reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

const vitest = run(['vitest', 'run', '--config', 'tests/vitest.config.ts'], 'vitest', (report) => ({
  passed: Number(report['numPassedTests']),
  failed: Number(report['numFailedTests']) + failedSuites(report),
  skipped: Number(report['numPendingTests']) + Number(report['numTodoTests']),
}));
const playwright = run(
  ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'],
  'playwright',
  (report) => {
    const stats = report['stats'] as { expected: number; unexpected: number; flaky: number; skipped: number };
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  },
);

const passed = vitest.passed + playwright.passed;
const failed = vitest.failed + playwright.failed;
const skipped = vitest.skipped + playwright.skipped;
if (skipped > 0) console.log(`${skipped} tests were skipped (they say why)`);
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** A runner that ends badly without a failed test in its report counts as one failure. */
function run(command: string[], name: string, read: (report: Record<string, unknown>) => Outcome): Outcome {
  const file = join(reports, `${name}.json`);
  const { status } = spawnSync(join(root, 'node_modules', '.bin', command[0]!), command.slice(1), {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TEST_REPORT: file },
  });
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const outcome = read(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
  return status === 0 ? outcome : { ...outcome, failed: Math.max(outcome.failed, 1) };
}

/** Test files that could not be loaded: they have no test to count. */
function failedSuites(report: Record<string, unknown>): number {
  const files = report['testResults'] as { status: string; assertionResults: unknown[] }[];
  return files.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
    .length;
}
