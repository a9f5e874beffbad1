/** What a single key can do: go to the main box, list the keys, or go to a page by its path. */
export type HotkeyAction =
  { readonly kind: 'main-box' } | { readonly kind: 'help' } | { readonly kind: 'page'; readonly path: string };

/** A key press, as far as it matters here. */
export interface KeyPress {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  /** When, ms on any clock that only goes forward. */
  readonly at: number;
}

/** The second key of "g c" must follow within this time, ms. */
export const SEQUENCE_MS = 1500;

/** The key after `g` of each page: the first letter of its name that no page before it has. */
export function pageKeys(
  routes: readonly { readonly path: string; readonly label: string }[],
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { path, label } of routes) {
    const free = label
      .toLowerCase()
      .split('')
      .find((letter) => /[a-z]/u.test(letter) && !keys.has(letter));
    if (free !== undefined) keys.set(free, path);
  }
  return keys;
}

/**
 * Reads key presses one after the other; gives what each does, null for nothing. `pages` maps the key after `g` to a path.
 * Whether a press counts at all is for `isPlainPress` to say.
 */
export function createHotkeys(pages: ReadonlyMap<string, string>): (press: KeyPress) => HotkeyAction | null {
  let startedAt = Number.NEGATIVE_INFINITY;
  return ({ key, at }) => {
    const inSequence = at - startedAt <= SEQUENCE_MS;
    startedAt = Number.NEGATIVE_INFINITY;
    const path = inSequence ? pages.get(key.toLowerCase()) : undefined;
    if (path !== undefined) return { kind: 'page', path };
    if (key === 'g') startedAt = at;
    if (key === '/') return { kind: 'main-box' };
    return key === '?' ? { kind: 'help' } : null;
  };
}

type Press = Pick<
  KeyboardEvent,
  'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'repeat' | 'defaultPrevented' | 'target'
>;

/** What takes letters, or moves by them. */
const TYPING =
  'input:not([type="radio"], [type="checkbox"], [type="file"]), textarea, select, [contenteditable], [role="grid"]';

/** Whether a key was pressed for itself: no modifier, nothing being typed, no dialog or popover over the page. */
export function isPlainPress(event: Press): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return false;
  if (event.defaultPrevented) return false;
  if (event.target instanceof Element && event.target.closest(TYPING) !== null) return false;
  return document.querySelector('dialog:modal, dialog:popover-open') === null;
}
