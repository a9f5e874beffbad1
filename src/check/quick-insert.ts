import { countLines, isTooLongToEdit } from './box-text';

/** Insertions of fewer lines are left to the browser, with its Undo. */
const QUICK_FROM_LINES = 50;

/**
 * Takes over insertions into a text box that would freeze the page. Chromium puts in a text that does not come from the clipboard
 * (dictation, a tool, a test) line by line, and each line costs as much as the whole text: 3,000 lines took 13 s. And a list too
 * long to edit must not get into the box at all: `onTooLong` is given the whole text instead. Returns how to stop.
 */
export function insertQuickly(box: HTMLTextAreaElement, onTooLong: (text: string) => void): () => void {
  const onBeforeInput = (event: InputEvent): void => {
    const inserted = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    if (!event.cancelable || countLines(inserted, QUICK_FROM_LINES) < QUICK_FROM_LINES) return;
    const { value, selectionStart, selectionEnd } = box;
    const text = value.slice(0, selectionStart) + inserted + value.slice(selectionEnd);
    if (isTooLongToEdit(text)) {
      event.preventDefault();
      onTooLong(text);
    } else if (event.inputType === 'insertText') {
      event.preventDefault();
      box.setRangeText(inserted, selectionStart, selectionEnd, 'end');
      box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    }
  };
  box.addEventListener('beforeinput', onBeforeInput);
  return () => box.removeEventListener('beforeinput', onBeforeInput);
}
