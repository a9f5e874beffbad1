/** What a check is made of, which the page alone does not need: fetched with the first question, as one part. */
export { toQuestions } from './questions';
export { Check, runCheck } from './run-check';
export { withdrawn } from './withdrawn';
