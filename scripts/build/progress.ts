/** Hears of the stages of a build: when one starts, and how far it is. */
export interface Progress {
  stage(name: string): void;
  step(done: number, total: number): void;
}

/**
 * What a stage took: wall seconds, processor seconds of all threads (work beside it included), and processor seconds of
 * the main thread alone, which newer versions of Node tell (else null).
 */
export interface Stage {
  name: string;
  seconds: number;
  cpuSeconds: number;
  ownSeconds: number | null;
}

export const silent: Progress = { stage: () => {}, step: () => {} };

/** Times the stages, and shows on a terminal which one runs and how far it is. */
export class StageReport implements Progress {
  readonly stages: Stage[] = [];
  #started = 0;
  #startedCpu = process.cpuUsage();
  #startedOwn = ownCpu();
  #shown = 0;
  readonly #terminal: boolean;

  constructor(terminal: boolean) {
    this.#terminal = terminal;
  }

  stage(name: string): void {
    this.end();
    this.stages.push({ name, seconds: 0, cpuSeconds: 0, ownSeconds: null });
    this.#started = performance.now();
    this.#startedCpu = process.cpuUsage();
    this.#startedOwn = ownCpu();
    this.#show(name);
  }

  step(done: number, total: number): void {
    const now = performance.now();
    if (now - this.#shown < 100 && done < total) return;
    this.#shown = now;
    this.#show(`${this.stages.at(-1)?.name ?? ''} ${done}/${total}`);
  }

  end(): void {
    const last = this.stages.at(-1);
    if (last !== undefined && last.seconds === 0) {
      const { user, system } = process.cpuUsage(this.#startedCpu);
      last.seconds = (performance.now() - this.#started) / 1000;
      last.cpuSeconds = (user + system) / 1e6;
      if (this.#startedOwn !== null) last.ownSeconds = ownCpu()! - this.#startedOwn;
    }
    this.#show('');
  }

  #show(text: string): void {
    if (this.#terminal) process.stderr.write(`\r\u001B[K${text}`);
  }
}

/** Processor seconds of this thread so far; null where Node cannot tell. */
function ownCpu(): number | null {
  const usage = (process as { threadCpuUsage?: typeof process.threadCpuUsage }).threadCpuUsage?.();
  return usage === undefined ? null : (usage.user + usage.system) / 1e6;
}
