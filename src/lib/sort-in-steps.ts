/** Items sorted, or merged, between two looks at the clock: well under a millisecond, however dear a comparison. */
const STEP = 128;

/**
 * Sorts like `toSorted`, equal items in the order given, but in steps between which `breathe` is awaited, so that the page lives
 * on. Rejects with what `breathe` rejects with.
 */
export async function sortInSteps<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  breathe: () => Promise<void>,
): Promise<readonly Item[]> {
  let runs: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += STEP) {
    await breathe();
    runs.push(items.slice(from, from + STEP).toSorted(compare));
  }
  while (runs.length > 1) {
    const merged: (readonly Item[])[] = [];
    for (let pair = 0; pair < runs.length; pair += 2) {
      merged.push(await merge(runs[pair] ?? [], runs[pair + 1] ?? [], compare, breathe));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<Item>(
  left: readonly Item[],
  right: readonly Item[],
  compare: (a: Item, b: Item) => number,
  breathe: () => Promise<void>,
): Promise<readonly Item[]> {
  const merged: Item[] = [];
  let second = 0;
  for (const item of left) {
    for (let next = right[second]; next !== undefined && compare(next, item) < 0; next = right[second]) {
      merged.push(next);
      second += 1;
      if (merged.length % STEP === 0) await breathe();
    }
    merged.push(item);
    if (merged.length % STEP === 0) await breathe();
  }
  return [...merged, ...right.slice(second)];
}
