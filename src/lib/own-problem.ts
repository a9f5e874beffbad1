/**
 * Header of every error that the proxy itself makes, with its kind (`vendor-timeout`). A vendor can send the same status and the
 * same body, but no header of this name comes down from one: it tells who speaks.
 */
export const OWN_PROBLEM_HEADER = 'opt-out-lookup-problem';
