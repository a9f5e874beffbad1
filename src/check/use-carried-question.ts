import { useEffect, useEffectEvent, useState } from 'react';

import { useCarriedNumber } from '../ui/carried-number';

/**
 * Asks the number that somebody brought along from another page, at once: its own page has no filter in the address, so
 * nothing but memory learns of it. Gives back the text that stood in the box before, '' for none.
 */
export function useCarriedQuestion(text: string, ask: (number: string) => void): string {
  const carried = useCarriedNumber();
  const [before] = useState(text);
  const askOnce = useEffectEvent(ask);
  useEffect(() => {
    if (carried !== null) askOnce(carried);
  }, [carried]);
  return carried === null || carried === before ? '' : before;
}
