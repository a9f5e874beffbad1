let attempts = 0;

/**
 * Loads a part of the program, `load` being its `import()`. A browser may remember for the life of the page that a module could not be
 * fetched (HTML, "module map"); then it is asked for under an address of its own. Rejects as `load` does when that fails too.
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    const address = /https?:\/\/\S+\.js\b/u.exec(String(error))?.[0];
    if (address === undefined || new URL(address).origin !== globalThis.location.origin) throw error;
    attempts += 1;
    const part: Part = await import(/* @vite-ignore */ `${address}?again=${attempts}`);
    return part;
  }
}
