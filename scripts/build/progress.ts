/** Hears of the stages of a build: when one starts, and how far it is. */
export interface Progress {
  stage(name: string): void;
  step(done: number, total: number): void;
}

export const silent: Progress = { stage: () => {}, step: () => {} };

/** Times the stages, and shows on a terminal which one runs and how far it is. */
export class StageReport implements Progress {
  readonly stages: { name: string; seconds: number }[] = [];
  #started = 0;
  #shown = 0;
  readonly #terminal: boolean;

  constructor(terminal: boolean) {
    this.#terminal = terminal;
  }

  stage(name: string): void {
    this.end();
    this.stages.push({ name, seconds: 0 });
    this.#started = performance.now();
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
    if (last !== undefined && last.seconds === 0) last.seconds = (performance.now() - this.#started) / 1000;
    this.#show('');
  }

  #show(text: string): void {
    if (this.#terminal) process.stderr.write(`\r\u001B[K${text}`);
  }
}
