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
  const type = 'text/plain';
  const blob = text.then((made) => new Blob([made], { type }));
  await navigator.clipboard.write([new ClipboardItem({ [type]: blob })]);
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
