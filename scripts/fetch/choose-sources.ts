import packageJson from '../../package.json' with { type: 'json' };
import { categoryPattern, type SiteConfig } from '#site/schema.ts';
import { CallError } from '../commands/call-error.ts';
import { arxivGapMs, arxivUrl } from './arxiv-query.ts';
import { arxivSource } from './arxiv.ts';
import { systemClock } from './clock.ts';
import { HttpClient } from './http-client.ts';
import { huggingFaceGapMs, huggingFaceSource, huggingFaceUrl } from './hugging-face.ts';
import type { Source } from './source.ts';

/** A source and the client that asks it, to be closed after use. */
export interface ChosenSource {
  source: Source;
  client: HttpClient;
}

/** What was asked for on the command line. */
export interface Choice {
  from?: Source['name'];
  category: readonly string[];
  baseUrl?: string;
}

/** How the program names itself to servers, with the address of the site so that its owner can be found. */
export const userAgentOf = (site: SiteConfig): string =>
  `${packageJson.name}/${packageJson.version} (+${site.url}${site.base})`;

/** Tells on standard error that a server is asked again. */
export function reportRetry(reason: string, waitMs: number): void {
  process.stderr.write(`retry: ${reason}; asking again in ${Math.ceil(waitMs / 1000)} s\n`);
}

/** Throws a `CallError` unless a text is the address of a server that can be asked. */
export function refuseUnlessServer(baseUrl: string): void {
  if (!/^https?:$/.test(URL.parse(baseUrl)?.protocol ?? ''))
    throw new CallError(
      `--base-url ${baseUrl} is no address of a server; one with http or https, such as ${arxivUrl}, is expected.`,
    );
}

/**
 * The sources to fetch from: the one named, else those of the site's configuration. Throws a `CallError` when there is
 * none, or when what was asked for does not fit together.
 */
export function chooseSources(choice: Choice, site: SiteConfig): ChosenSource[] {
  if (choice.baseUrl !== undefined && choice.from === undefined)
    throw new CallError('--base-url needs --from: it is the server of one source.');
  if (choice.baseUrl !== undefined) refuseUnlessServer(choice.baseUrl);
  const wrong = choice.category.find((category) => !categoryPattern.test(category));
  if (wrong !== undefined)
    throw new CallError(
      `--category ${wrong} is not written like an arXiv category; one such as cs.LG is expected.`,
    );
  if (choice.category.length > 0 && choice.from === 'hf')
    throw new CallError('--category goes with --from arxiv: Hugging Face has no categories.');

  const categories = choice.category.length > 0 ? choice.category : (site.sources.arxiv?.categories ?? []);
  const wanted = {
    hf: choice.from === undefined ? site.sources.hf && choice.category.length === 0 : choice.from === 'hf',
    arxiv: choice.from === undefined ? categories.length > 0 : choice.from === 'arxiv',
  };
  if (wanted.arxiv && categories.length === 0)
    throw new CallError(
      'arXiv needs to know what to list: give --category cs.LG (several times if you like), or sources.arxiv.categories in site.yaml.',
    );
  if (!wanted.hf && !wanted.arxiv)
    throw new CallError(
      'There is nothing to fetch from: give --from hf or --from arxiv, or sources in site.yaml.',
    );

  const clientOf = (minGapMs: number) =>
    new HttpClient({ userAgent: userAgentOf(site), minGapMs, clock: systemClock, onRetry: reportRetry });
  const chosen: ChosenSource[] = [];
  if (wanted.hf) {
    const client = clientOf(huggingFaceGapMs);
    chosen.push({ source: huggingFaceSource(client, choice.baseUrl ?? huggingFaceUrl), client });
  }
  if (wanted.arxiv) {
    const client = clientOf(arxivGapMs);
    chosen.push({ source: arxivSource(client, choice.baseUrl ?? arxivUrl, categories), client });
  }
  return chosen;
}
