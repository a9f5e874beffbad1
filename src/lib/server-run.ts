/**
 * Header of every answer of `/api`: which run of the server gave it. Random at each start and so with each change of settings,
 * which are read at the start only. It tells nothing else, and no vendor's answer can set it.
 */
export const SERVER_RUN_HEADER = 'opt-out-lookup-run';
