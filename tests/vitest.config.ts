import { defineConfig } from 'vitest/config';

const report = process.env['TEST_REPORT'];

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts', 'tests/*.test.ts'],
    testTimeout: 60_000,
    globalSetup: 'tests/temporary-folder.ts',
    reporters: report === undefined ? ['default'] : ['dot', ['json', { outputFile: report }]],
  },
});
