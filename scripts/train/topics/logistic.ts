/** What logistic regression learns from: rows of features, their targets, weights, and logits known beforehand. */
export interface Examples {
  features: readonly Float64Array[];
  targets: ArrayLike<number>;
  weights: ArrayLike<number>;
  offsets: ArrayLike<number>;
}

const maxSteps = 25;
const maxHalvings = 30;
const tolerance = 1e-5;

/**
 * Logistic regression with a penalty for each feature (half of it times the squared weight), by Newton's method with
 * steps halved until they improve. Put the intercept among the features. Returns one weight for each feature.
 */
export function fitLogistic(examples: Examples, penalties: ArrayLike<number>): Float64Array {
  let solution = new Float64Array(penalties.length);
  let loss = lossOf(examples, penalties, solution);
  for (let step = 0; step < maxSteps; step++) {
    const change = newtonStep(examples, penalties, solution);
    let size = 1;
    let next = solution;
    let nextLoss = Infinity;
    for (let halving = 0; halving < maxHalvings && !(nextLoss < loss); halving++, size /= 2) {
      next = solution.map((weight, place) => weight - size * change[place]!);
      nextLoss = lossOf(examples, penalties, next);
    }
    if (!(nextLoss < loss)) break;
    const gain = loss - nextLoss;
    [solution, loss] = [next, nextLoss];
    if (gain < tolerance) break;
  }
  return solution;
}

function logitOf(row: Float64Array, solution: Float64Array, offset: number): number {
  let logit = offset;
  for (let place = 0; place < row.length; place++) logit += row[place]! * solution[place]!;
  return logit;
}

function lossOf(
  { features, targets, weights, offsets }: Examples,
  penalties: ArrayLike<number>,
  solution: Float64Array,
): number {
  let loss = 0;
  solution.forEach((weight, place) => (loss += (penalties[place]! * weight * weight) / 2));
  features.forEach((row, example) => {
    if (weights[example] === 0) return;
    const logit = logitOf(row, solution, offsets[example]!);
    const softplus = Math.max(0, logit) + Math.log1p(Math.exp(-Math.abs(logit)));
    loss += weights[example]! * (softplus - targets[example]! * logit);
  });
  return loss;
}

function newtonStep(
  { features, targets, weights, offsets }: Examples,
  penalties: ArrayLike<number>,
  solution: Float64Array,
): Float64Array {
  const size = penalties.length;
  const gradient = Float64Array.from({ length: size }, (_, place) => penalties[place]! * solution[place]!);
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  for (let place = 0; place < size; place++) hessian[place]![place] = penalties[place]! + 1e-9;
  features.forEach((row, example) => {
    const weight = weights[example]!;
    if (weight === 0) return;
    const chance = 1 / (1 + Math.exp(-logitOf(row, solution, offsets[example]!)));
    const error = weight * (chance - targets[example]!);
    const curvature = weight * chance * (1 - chance);
    for (let place = 0; place < size; place++) {
      const value = row[place]!;
      if (value === 0) continue;
      gradient[place]! += error * value;
      const line = hessian[place]!;
      const scaled = curvature * value;
      for (let other = 0; other <= place; other++) line[other]! += scaled * row[other]!;
    }
  });
  return solvePositive(hessian, gradient);
}

/** Solves a positive definite system, of which the lower triangle is given, by Cholesky's method, in place. */
function solvePositive(lower: readonly Float64Array[], right: ArrayLike<number>): Float64Array {
  const size = lower.length;
  for (let row = 0; row < size; row++) {
    const line = lower[row]!;
    for (let column = 0; column <= row; column++) {
      const other = lower[column]!;
      let sum = line[column]!;
      for (let place = 0; place < column; place++) sum -= line[place]! * other[place]!;
      line[column] = row === column ? Math.sqrt(sum) : sum / other[column]!;
    }
  }
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let place = 0; place < row; place++) solution[row]! -= lower[row]![place]! * solution[place]!;
    solution[row]! /= lower[row]![row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let place = row + 1; place < size; place++) solution[row]! -= lower[place]![row]! * solution[place]!;
    solution[row]! /= lower[row]![row]!;
  }
  return solution;
}
