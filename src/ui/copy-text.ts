import { createBreather } from '../lib/yield';

const PLAIN = 'text/plain';
/** Characters encoded at a time. */
const STEP = 250_000;

/**
 * Puts plain text on the clipboard; false when the browser refuses. The clipboard API exists only on secure pages, so a
 * page served over plain http from another machine uses the older command. A text still in the making is promised to the
 * clipboard: some browsers take nothing later than the press itself (Clipboard API, `ClipboardItem`).
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  try {
    await (typeof text === 'string' ? navigator.clipboard.writeText(text) : promise(text));
    return true;
  } catch {
    return copyByCommand(await text);
  }
}

async function promise(text: Promise<string>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ [PLAIN]: text.then(encodeInSteps) })]);
}

/** The text as a blob, encoded in steps while the page lives on: at once, five million characters take a tenth of a second. */
export async function encodeInSteps(text: string): Promise<Blob> {
  const breathe = createBreather(0);
  const parts: Blob[] = [];
  for (let from = 0; from < text.length;) {
    const to = from + STEP;
    // The two halves of a character stay together.
    const end = /[\uD800-\uDBFF]/u.test(text.charAt(to - 1)) ? to + 1 : to;
    parts.push(new Blob([text.slice(from, end)]));
    from = end;
    await breathe();
  }
  return new Blob(parts, { type: PLAIN });
}

function copyByCommand(text: string): boolean {
  const before = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'visually-hidden';
  // Inside an open dialog, what lies outside cannot take the focus.
  (document.querySelector('dialog[open]') ?? document.body).append(box);
  box.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    box.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
