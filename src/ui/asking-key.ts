import type { KeyboardEvent } from 'react';

/** Whether a key in a box of many lines asks what it holds: Enter when that is one line, Ctrl/⌘+Enter always. */
export function isAsking(event: KeyboardEvent, text: string): boolean {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.shiftKey || event.altKey) return false;
  return event.ctrlKey || event.metaKey || (text.trim() !== '' && !/[\r\n]/u.test(text.trim()));
}
