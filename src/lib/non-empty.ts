/** A list that holds at least one item, so that "some, but which?" cannot arise. */
export type NonEmpty<Item> = readonly [Item, ...Item[]];

/** Narrows a list to one with at least one item. */
export function isNonEmpty<Item>(items: readonly Item[]): items is NonEmpty<Item> {
  return items.length > 0;
}

/** `map` that keeps the knowledge that there is at least one. */
export function mapNonEmpty<Item, Result>(items: NonEmpty<Item>, to: (item: Item) => Result): NonEmpty<Result> {
  const [first, ...rest] = items;
  return [to(first), ...rest.map((item) => to(item))];
}
