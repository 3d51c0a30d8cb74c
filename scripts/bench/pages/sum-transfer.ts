/** One request, as Lighthouse lists it. */
export interface Transfer {
  resourceType?: string;
  transferSize?: number;
}

/** Bytes over the wire by what they are for, and the number of requests. */
export function sumTransfer(requests: readonly Transfer[]) {
  const sum = (isCounted: (type: string) => boolean): number =>
    requests.reduce(
      (bytes, { resourceType = 'Other', transferSize = 0 }) =>
        bytes + (isCounted(resourceType) ? transferSize : 0),
      0,
    );
  return {
    requests: requests.length,
    document: sum((type) => type === 'Document'),
    styles: sum((type) => type === 'Stylesheet'),
    scripts: sum((type) => type === 'Script'),
    fonts: sum((type) => type === 'Font'),
    others: sum((type) => !['Document', 'Stylesheet', 'Script', 'Font'].includes(type)),
  };
}
