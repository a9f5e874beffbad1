/** Puts items behind others. `push(...items)` fails above about a hundred thousand: each is an argument, on the stack. */
export function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
