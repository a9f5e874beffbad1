/**
 * Makes a function to await inside long loops, so that the page stays alive: it lets one macrotask (input, paint, network)
 * go first when more than `budgetMs` of work has passed since it last did, and costs one clock reading otherwise.
 * Works in browsers and Node; leaves nothing behind that would keep Node running.
 */
export function createBreather(budgetMs = 6): () => Promise<void> {
  let lastYield = performance.now();
  return async () => {
    if (performance.now() - lastYield < budgetMs) return;
    await nextTask();
    lastYield = performance.now();
  };
}

/**
 * Resolves after the event loop had a turn. A timer would be held back to 4 ms by browsers, hence last. `scheduler.yield` would go
 * on before everything else that waits (WICG Prioritized Task Scheduling), React's drawing included: a long loop's progress
 * then stood still until its end.
 */
export function nextTask(): Promise<void> {
  if (typeof MessageChannel === 'function') {
    return new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => {
        // An open port keeps Node running and a browser's channel alive.
        channel.port1.close();
        resolve();
      });
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  }
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
