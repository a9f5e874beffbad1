/** Attributes of the one box of a page that the work begins in; the shortcut `/` leads there. */
export const MAIN_BOX = { 'data-main-box': '' } as const;

/** Takes the focus to the main box of the page and marks what stands in a one-line box; nothing on a page without one. */
export function focusMainBox(): void {
  const box = document.querySelector<HTMLElement>('[data-main-box]');
  box?.focus();
  if (box instanceof HTMLInputElement) box.select();
}
