import { benchAbstracts } from './abstracts.ts';
import { benchBuild } from './build/bench-build.ts';
import { benchPages } from './pages/bench-pages.ts';
import { benchSearch } from './search/bench-search.ts';

const benchmarks: Record<string, (args: string[]) => Promise<void>> = {
  abstracts: benchAbstracts,
  build: benchBuild,
  pages: benchPages,
  search: benchSearch,
};

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && !benchmarks[name]) {
  console.error(
    `There is no benchmark "${name}": choose one of ${Object.keys(benchmarks).join(', ')}, or none for all.`,
  );
  process.exit(2);
}
for (const benchmark of name === undefined ? Object.keys(benchmarks) : [name])
  await benchmarks[benchmark]!(args);
