// Before the first paint, so that a dark page never begins with a white flash. src/app/use-theme.ts does the rest.
try {
  const { theme } = JSON.parse(localStorage.getItem('opt-out-lookup.preferences') || '{}');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Nothing remembered, or storage is off: the browser's own theme holds.
}
