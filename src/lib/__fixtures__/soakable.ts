/** The same trials in every `npm test`; `npm run test:soak` sets another seed, and many times as many. */
const SEED = Number(process.env['SOAK_SEED'] ?? 20_261_122);
const TIMES = Number(process.env['SOAK_TIMES'] ?? 1);

/**
 * How a property about the truth is tried (fast-check's parameters): `trials` of them in `npm test`, from a seed that does not change,
 * so that a failure found there is there for everybody.
 */
export function soakable(trials: number) {
  // A soak's counterexample is as good unshrunk: its seed and path say how to play it again.
  return { numRuns: trials * TIMES, seed: SEED, endOnFailure: TIMES > 1 };
}
