import { useLayoutEffect } from 'react';

import { usePreferences } from '../ui/preferences';

/** Puts the chosen theme on the document; `system` leaves it to the browser. `public/theme.js` does the same before the first paint. */
export function useTheme(): void {
  const { theme } = usePreferences();
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
  }, [theme]);
}
