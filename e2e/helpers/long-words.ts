import type { Page } from '@playwright/test';

/**
 * Makes the words of the interface as long as German ones: every word of the page's own texts grows by half, unbroken.
 * Data (cells, what was typed, code) stays. For layout alone: the page is not to be used afterwards.
 */
export async function lengthenWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    const DATA = 'td, tbody th, textarea, input, select, option, pre, code, time, svg, dd, [data-value]';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement === null || node.parentElement.closest(DATA) !== null) continue;
      node.nodeValue = (node.nodeValue ?? '').replaceAll(
        /\p{L}{4,}/gu,
        (word) => word + 'enschaften'.slice(0, Math.ceil(word.length / 2)),
      );
    }
  });
}
