/**
 * Calls back once when the command is told to stop: Ctrl-C, SIGTERM, a closed terminal. npm passes a SIGTERM on to its shell
 * only, which dies and leaves us behind: so under npm a lost parent counts too. A second signal ends the process at once.
 */
export function whenToldToStop(stopNow) {
  let told = false;
  const once = () => {
    if (told) return;
    told = true;
    stopNow();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, once);
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) once();
  }, 250);
  watch.unref();
}
