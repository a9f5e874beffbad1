/** How Chromium and Firefox, Safari, and our own build say that a part of the code did not come. */
const NOT_LOADED = /dynamically imported module|Importing a module script failed|Unable to preload/u;

/** True for an error that says that a part of the page's code could not be fetched: the server's absence, no fault of ours. */
export function isLoadFailure(error: unknown): boolean {
  return error instanceof Error && NOT_LOADED.test(error.message);
}
