const sizes: Readonly<Record<string, number>> = { '1k': 1000, '10k': 10_000, '50k': 50_000, '100k': 100_000 };

/** The number of papers that a size on the command line stands for. Throws when it is none. */
export function papersOfSize(name: string): number {
  const papers = sizes[name];
  if (papers === undefined)
    throw new Error(`No size "${name}": choose from ${Object.keys(sizes).join(', ')}.`);
  return papers;
}
