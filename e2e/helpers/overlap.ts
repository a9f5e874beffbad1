import type { Page } from '@playwright/test';

/** Pairs of texts or controls that lie on top of one another on the page as it stands, one line for each pair. */
export async function overlapFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const BOXES = 'h1, h2, h3, p, li, dt, dd, label, legend, button, summary, a, input, textarea, select, th, td';
    const SLACK = 2;
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}"`;
    const isHidden = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== 'none' || isHidden(element.parentElement));
    // What is lifted out of the page on purpose: dialogs, popovers, what sticks to the window's edge, an icon over its field.
    const isLifted = (element: Element | null): boolean =>
      element !== null &&
      (/^(fixed|sticky|absolute)$/u.test(getComputedStyle(element).position) || isLifted(element.parentElement));
    const scope = document.querySelector('dialog:modal') ?? document.body;
    const boxes = [...scope.querySelectorAll(BOXES)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        !isHidden(element) &&
        (scope !== document.body || !isLifted(element)),
    );
    // What is scrolled out of sight lies over nothing.
    const seen = (element: Element) => {
      let { left, top, right, bottom } = element.getBoundingClientRect();
      for (let box = element.parentElement; box !== null; box = box.parentElement) {
        if (getComputedStyle(box).overflowY === 'visible' || box === document.documentElement) continue;
        const limit = box.getBoundingClientRect();
        [left, top] = [Math.max(left, limit.left), Math.max(top, limit.top)];
        [right, bottom] = [Math.min(right, limit.right), Math.min(bottom, limit.bottom)];
      }
      return { left, top, right, bottom };
    };
    const faults: string[] = [];
    for (const [index, one] of boxes.entries()) {
      const a = seen(one);
      if (a.right <= a.left || a.bottom <= a.top) continue;
      for (const other of boxes.slice(index + 1)) {
        if (one.contains(other) || other.contains(one)) continue;
        const b = seen(other);
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > SLACK && down > SLACK) faults.push(`${name(one)} lies over ${name(other)}`);
      }
    }
    return faults;
  });
}
