import { useCallback, useEffect, useRef } from 'react';

/** The same function for the life of the component, calling whatever `handler` was given last; for memoised children. */
export function useSteady<Argument>(handler: ((argument: Argument) => void) | undefined): (argument: Argument) => void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  return useCallback((argument: Argument) => latest.current?.(argument), []);
}
