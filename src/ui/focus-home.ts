/**
 * Attributes of a place that takes the focus when the control that had it has gone: an alert, the progress of a reading,
 * or a status line. They are looked for in this order.
 */
export const FOCUS_HOMES = ['alert', 'progress', 'status'] as const;

/** Makes an element one of these places; it can be focused by script, not by Tab. */
export function focusHome(kind: (typeof FOCUS_HOMES)[number]) {
  return { 'data-focus-home': kind, tabIndex: -1 } as const;
}
