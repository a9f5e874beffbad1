const MARGIN = 8;

/**
 * Puts a floating element (in the top layer) under its anchor, or above it where there is no room below, and keeps it
 * inside the window. Lengths in CSS px. Set through the CSSOM, which the Content-Security-Policy allows.
 */
export function placeNear(anchor: Element, floating: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const below = at.bottom + 6;
  const above = at.top - 6 - height;
  const top = below + height + MARGIN > window.innerHeight && above >= MARGIN ? above : below;
  const left = Math.max(MARGIN, Math.min(at.left, document.body.clientWidth - width - MARGIN));
  floating.style.setProperty('top', `${Math.round(top)}px`);
  floating.style.setProperty('left', `${Math.round(left)}px`);
}
