import { useState, type FocusEvent, type KeyboardEvent, type PointerEvent } from 'react';

/** Bars chosen, from where the choice began to where it is now; both ends count. */
export interface Choice {
  readonly anchor: number;
  readonly head: number;
}

interface BrushState {
  /** The picture it belongs to. */
  readonly of: string;
  readonly choice: Choice | null;
  /** The bar under the pointer. */
  readonly hover: number | null;
  /** True while a pressed pointer moves over the bars. */
  readonly dragging: boolean;
}

interface BrushOptions {
  /** Changes with the bars: a choice of others is void. */
  readonly of: string;
  readonly count: number;
  /** The bar at a place of the window, CSS px. */
  readonly barAt: (clientX: number) => number;
  /** Takes the bars from `first` to `last`. */
  readonly onTake: (first: number, last: number) => void;
}

/**
 * Choosing bars. Keys: arrows, Home and End move, with Shift they extend, Enter takes, Escape gives up. Mouse: a press or a drag
 * takes on release. Touch: a drag takes, a tap chooses, and a second one on the same bar takes.
 */
export function useBrush({ of, count, barAt, onTake }: BrushOptions) {
  const [held, setState] = useState<BrushState>({ of, choice: null, hover: null, dragging: false });
  const state = held.of === of ? held : { of, choice: null, hover: null, dragging: false };
  const { choice, hover, dragging } = state;
  const change = (part: Partial<BrushState>) => setState({ ...state, ...part });
  const take = ({ anchor, head }: Choice) => {
    change({ choice: null, dragging: false });
    onTake(Math.min(anchor, head), Math.max(anchor, head));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || count === 0) return;
    if (event.key === 'Escape' && (choice !== null || hover !== null)) {
      event.stopPropagation();
      return change({ choice: null, hover: null, dragging: false });
    }
    if (event.key === 'Enter' && choice !== null) {
      event.preventDefault();
      return take(choice);
    }
    const head = moved(event.key, choice?.head ?? null, count);
    if (head === null) return;
    event.preventDefault();
    change({ choice: { anchor: event.shiftKey && choice !== null ? choice.anchor : head, head }, hover: null });
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary || count === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const bar = barAt(event.clientX);
    const again = event.pointerType === 'touch' && choice?.anchor === bar && choice.head === bar;
    change({ choice: again ? choice : { anchor: bar, head: bar }, hover: again ? bar : null, dragging: true });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (count === 0) return;
    const bar = barAt(event.clientX);
    if (dragging && choice !== null && bar !== choice.head) change({ choice: { ...choice, head: bar }, hover: null });
    else if (!dragging && event.pointerType === 'mouse' && bar !== hover) change({ hover: bar });
  };
  const onPointerUp = (event: PointerEvent) => {
    if (!dragging || choice === null) return;
    const tapped = event.pointerType === 'touch' && choice.anchor === choice.head && hover === null;
    if (tapped) change({ dragging: false });
    else take(choice);
  };
  const stop = () => change({ choice: dragging ? null : choice, hover: null, dragging: false });
  const onBlur = (event: FocusEvent) => {
    const card = event.currentTarget.closest('section');
    if (card?.contains(event.relatedTarget) !== true) change({ choice: null });
  };

  return {
    choice,
    /** The bar to tell about. */
    told: hover ?? choice?.head ?? null,
    dragging,
    take,
    handlers: {
      onKeyDown,
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: stop,
      onPointerLeave: stop,
      onBlur,
    },
  };
}

/** Where a key leads from a bar (null: from none); null for a key that leads nowhere. */
function moved(key: string, from: number | null, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return from === null ? 0 : Math.min(count - 1, from + 1);
    case 'ArrowLeft':
      return from === null ? count - 1 : Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
