// Builds a Pagefind index of JSON lines {url, title, text}: `node build-pagefind.mjs RECORDS OUT`.
// Prints {seconds, processorSeconds, peakBytes}: the latter of this process and of Pagefind's own together.
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { close, createIndex } from 'pagefind';

const [records, outputPath] = process.argv.slice(2);
const lines = createInterface({ input: createReadStream(records) });
const papers = [];
for await (const line of lines) papers.push(JSON.parse(line));

const batch = 64;
const before = process.cpuUsage();
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
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
const service = serviceCost();
console.log(
  JSON.stringify({
    seconds,
    processorSeconds: (user + system) / 1e6 + service.processorSeconds,
    peakBytes: process.resourceUsage().maxRSS * 1024 + service.peakBytes,
  }),
);
await close();
process.exit(0);

/** Of the processes that this one started, from /proc. */
function serviceCost() {
  const ticksPerSecond = 100;
  const cost = { processorSeconds: 0, peakBytes: 0 };
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
      if (Number(fields[1]) !== process.pid) continue;
      cost.processorSeconds += (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
      cost.peakBytes += Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
    } catch {
      // It has ended meanwhile.
    }
  }
  return cost;
}
