import type { Page } from '@playwright/test';

/**
 * What is wrong with the layout of the page as it stands, one line for each fault: the page scrolls sideways; something
 * else does that is no labelled region the keyboard can reach; text is cut off; a target is smaller than 24 CSS px
 * (WCAG 2.2, 1.4.10 and 2.5.8).
 */
export async function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    // What is drawn to measure (the picture of time) follows a new window a frame later.
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    const MIN_TARGET = 24;
    const TARGETS =
      'a[href], button, input, select, textarea, summary, [role=option], [role=combobox], label:has(input)';
    const TEXTS = 'h1, h2, h3, p, li, dt, dd, th, td, label, legend, button, summary, a, pre, code, time';
    const faults: string[] = [];
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}"`;
    // Words for screen readers only are clipped away, themselves or with what holds them.
    const isClipped = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== 'none' || isClipped(element.parentElement));
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && !isClipped(element);
    // Where a modal dialog is open, nothing else can be reached.
    const scope = document.querySelector('dialog:modal') ?? document.body;
    const all = [...scope.querySelectorAll('*')].filter(isSeen);

    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page scrolls sideways: ${scrollWidth} in ${clientWidth}`);
    for (const element of all) {
      if (!(element instanceof HTMLElement) || element.matches('textarea, input')) continue;
      const wide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      if (!wide) continue;
      const { overflowX, display } = getComputedStyle(element);
      const scrolls = overflowX === 'auto' || overflowX === 'scroll';
      const reached = element.tabIndex === 0 && element.role === 'region' && element.ariaLabel !== null;
      if (scrolls && !reached) faults.push(`scrolls sideways: ${name(element)}`);
      if (!scrolls && overflowX !== 'visible' && display !== 'inline') faults.push(`is cut off: ${name(element)}`);
      if (overflowX === 'visible' && display !== 'inline' && element.matches(TEXTS)) {
        faults.push(`stands out of its box: ${name(element)}`);
      }
    }
    for (const element of all.filter((each) => each.matches(TARGETS))) {
      // A link within a sentence; a control inside its label, whose box is the larger target; a bar of a picture, of which the
      // whole height is the target, and whose table and range fields do the same (WCAG 2.5.8, Equivalent).
      if (
        element instanceof SVGElement ||
        element.matches('p a') ||
        (element.matches('input') && element.closest('label') !== null)
      )
        continue;
      const { width, height } = element.getBoundingClientRect();
      if (Math.min(width, height) < MIN_TARGET - 0.01) {
        faults.push(`is a target of ${Math.round(width)} × ${Math.round(height)}: ${name(element)}`);
      }
    }
    return faults;
  });
}
