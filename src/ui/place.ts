const MARGIN = 8;

/**
 * Puts a floating element (in the top layer) under its anchor, or above it where there is no room below; it begins where
 * the anchor begins, or ends where it ends where there is no room beside, and stays inside the window. Lengths in CSS px. Set
 * through the CSSOM, which the Content-Security-Policy allows.
 */
export function placeNear(anchor: Element, floating: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const below = at.bottom + 6;
  const above = at.top - 6 - height;
  const top = below + height + MARGIN > window.innerHeight && above >= MARGIN ? above : below;
  const fits = at.left + width + MARGIN <= document.body.clientWidth;
  const left = Math.max(MARGIN, fits ? at.left : at.right - width);
  floating.style.setProperty('top', `${Math.round(top)}px`);
  floating.style.setProperty('left', `${Math.round(left)}px`);
}
