import { useEffect } from 'react';

/**
 * What stands at the foot of every printed sheet of this page: what was searched, as of when. The sheet's margin (print.css) takes it
 * from a property of the document, set through the CSSOM, which the Content-Security-Policy allows.
 */
export function useSheetWords(words: string): void {
  useEffect(() => {
    const { style } = document.documentElement;
    // A CSS string: backslashes and quotes escaped, and no line ends.
    style.setProperty('--sheet', `"${words.replaceAll(/["\\]/gu, String.raw`\$&`).replaceAll(/\s+/gu, ' ')}"`);
    return () => {
      style.removeProperty('--sheet');
    };
  }, [words]);
}
