export default { testDir: '/work/wt-build/tests/e2e', testMatch: '**/builds.e2e.ts', outputDir: '/tmp/build/pw', workers: 1, reporter: 'list' };
