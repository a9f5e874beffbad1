import { useEffect } from 'react';
import { useLocation } from 'wouter';

import { focusMainBox } from '../ui/main-box';
import { usePreferences } from '../ui/preferences';
import { createHotkeys, isPlainPress, pageKeys, type HotkeyAction } from './hotkeys';
import { routes } from './routes';

/** Listens for single keys on every page, unless the person has turned them off. `onHelp` is to list them. */
export function useHotkeys(onHelp: () => void): void {
  const { shortcuts } = usePreferences();
  const [location, navigate] = useLocation();
  useEffect(() => {
    if (!shortcuts) return undefined;
    const read = createHotkeys(pageKeys(routes));
    const act = (action: HotkeyAction) => {
      switch (action.kind) {
        case 'main-box':
          return focusMainBox();
        case 'help':
          return onHelp();
        case 'page':
          if (action.path !== location) navigate(action.path);
      }
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isPlainPress(event)) return;
      const action = read({ key: event.key, at: event.timeStamp });
      if (action === null) return;
      // "/" opens Firefox's own search, and would stand in the box it leads to.
      event.preventDefault();
      act(action);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [shortcuts, location, navigate, onHelp]);
}
