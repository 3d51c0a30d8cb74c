import { App } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';

/** Renders pages without a server: what a page throws is thrown on. */
class PagesApp extends App {
  override createErrorHandler(): ReturnType<App['createErrorHandler']> {
    return {
      renderError: (request, { error, status }) => {
        throw error ?? new Error(`${new URL(request.url).pathname} was answered with status ${status}.`);
      },
    };
  }
}

/** What Astro compiles of this site: all pages, and which there are of the current corpus. */
export const app = new PagesApp(createApp().manifest, false);
export const staticPaths = new StaticPaths(app);
