// Builds a Pagefind index of JSON lines {url, title, text}: `node build-pagefind.mjs RECORDS OUT`. Prints {seconds}.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { close, createIndex } from 'pagefind';

const [records, outputPath] = process.argv.slice(2);
const lines = createInterface({ input: createReadStream(records) });
const papers = [];
for await (const line of lines) papers.push(JSON.parse(line));

const batch = 64;
const started = performance.now();
const { index } = await createIndex();
for (let i = 0; i < papers.length; i += batch)
  await Promise.all(
    papers
      .slice(i, i + batch)
      .map(({ url, title, text }) =>
        index.addCustomRecord({ url, content: `${title}. ${text}`, language: 'en', meta: { title } }),
      ),
  );
const { errors } = await index.writeFiles({ outputPath });
if (errors.length > 0) throw new Error(`Pagefind could not write its index: ${errors.join('; ')}`);
console.log(JSON.stringify({ seconds: (performance.now() - started) / 1000 }));
await close();
process.exit(0);
