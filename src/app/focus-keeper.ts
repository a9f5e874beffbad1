import { FOCUS_HOMES } from '../ui/focus-home';

/**
 * Keeps the keyboard where the work is: when the control that has the focus goes (Cancel, when the reading has stopped;
 * Retry, when it begins again), the focus would fall to the body, and the next Tab would begin at the top of the page. It is
 * given to what took the control's place instead. Gives back what stops the watch.
 */
export function keepFocus(page: Document): () => void {
  /** The control that has the focus, then all that it stands in, inside out. */
  let held: readonly Element[] = [];

  const onFocusIn = ({ target }: FocusEvent) => {
    held = target instanceof Element ? [target, ...ancestorsOf(target)] : [];
  };
  const onFocusOut = ({ target }: FocusEvent) => {
    // A press beside everything lets go of the focus; a control that goes does not.
    queueMicrotask(() => {
      if (target === held[0] && held[0]?.isConnected && page.activeElement !== target) held = [];
    });
  };
  const look = () => {
    const [control] = held;
    if (control === undefined || control.isConnected || page.activeElement !== page.body) return;
    const left = held;
    held = [];
    // The next frame: what takes the control's place, or a page that takes the focus by itself, may come a moment later.
    requestAnimationFrame(() => {
      if (page.activeElement === page.body) placeFor(left)?.focus();
    });
  };

  const changes = new MutationObserver(look);
  changes.observe(page.body, { childList: true, subtree: true });
  page.addEventListener('focusin', onFocusIn);
  page.addEventListener('focusout', onFocusOut);
  // Below an open dialog nothing can take the focus.
  page.addEventListener('close', look, { capture: true });
  return () => {
    changes.disconnect();
    page.removeEventListener('focusin', onFocusIn);
    page.removeEventListener('focusout', onFocusOut);
    page.removeEventListener('close', look, { capture: true });
  };
}

function ancestorsOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let each = element.parentElement; each !== null; each = each.parentElement) found.push(each);
  return found;
}

/** What stands nearest to where the control was and can take the focus; the page's heading at last. */
function placeFor(left: readonly Element[]): HTMLElement | null {
  const remaining = left.filter((element) => element.isConnected);
  // A row of a long table that was scrolled out of sight: taking the focus away would scroll back.
  if (remaining[0]?.closest('table') !== null) return null;
  for (const element of remaining) {
    for (const kind of FOCUS_HOMES) {
      const places = element.querySelectorAll<HTMLElement>(`[data-focus-home="${kind}"]`);
      const seen = [...places].find((place) => place.getClientRects().length > 0 && place.textContent.trim() !== '');
      if (seen !== undefined) return seen;
    }
  }
  return document.querySelector<HTMLElement>('main h1');
}
