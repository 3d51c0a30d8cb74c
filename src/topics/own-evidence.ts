/** How many numbers describe the evidence that phrases give for one topic. */
export const ownEvidenceCount = 5;

const enough = 6;

/**
 * What the points of a document's phrases say about one topic: how many there are, how many compared with the best
 * topic, whether they are enough by themselves, whether the topic is the best, and how strong the best is.
 */
export function ownEvidence(points: number, most: number): number[] {
  const positive = Math.max(0, points);
  return [
    Math.log1p(positive),
    positive / (most + 3),
    positive >= enough ? 1 : 0,
    positive > 0 && positive >= most ? 1 : 0,
    positive > 0 ? Math.log1p(most) : 0,
  ];
}
