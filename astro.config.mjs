import { defineConfig } from 'astro/config';
import { corpusIntegration } from './scripts/build/corpus-integration.ts';

// Where a site is hosted and where its output goes is said by the build (scripts/build/build-site.ts).
export default defineConfig({
  trailingSlash: 'always',
  integrations: [corpusIntegration()],
  build: { inlineStylesheets: 'never', concurrency: 16 },
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
