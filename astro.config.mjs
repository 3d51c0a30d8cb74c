import { defineConfig } from 'astro/config';
import { corpusIntegration } from './scripts/build/corpus-integration.ts';

// One file of what every page loads, instead of a request for each module that some pages share with the others.
const onEveryPage = {
  name: 'reading',
  test: /src\/reading\/(?:age|mark-store|marks|page-marks)\.ts$|preload-helper/,
};

// What the bundler puts around `import(…)` loads style sheets of what is imported. No module here has one of its own, and it
// is a kilobyte on every page.
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
};

// Where a site is hosted and where its output goes is said by the build (scripts/build/build-site.ts).
export default defineConfig({
  trailingSlash: 'always',
  integrations: [corpusIntegration()],
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    build: { assetsInlineLimit: 0 },
    plugins: [plainImports],
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [onEveryPage] } } } } },
    },
  },
});
