import { useLayoutEffect } from 'react';

import { usePrinting } from './use-printing';

/**
 * What stands at the foot of every printed sheet of this page: what was searched, as of when. The sheet's margin (print.css) takes it
 * from a property of the document, set through the CSSOM, which the Content-Security-Policy allows.
 */
export function useSheetWords(words: string): void {
  // Only while it prints: every element inherits the property, so each change of it on screen would be a new style for all of them.
  const printing = usePrinting();
  useLayoutEffect(() => {
    if (!printing) return undefined;
    const { style } = document.documentElement;
    // A CSS string: backslashes and quotes escaped, and no line ends.
    style.setProperty('--sheet', `"${words.replaceAll(/["\\]/gu, String.raw`\$&`).replaceAll(/\s+/gu, ' ')}"`);
    return () => {
      style.removeProperty('--sheet');
    };
  }, [printing, words]);
}
