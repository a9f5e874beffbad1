import type { Source } from '../contract';

interface Rule {
  readonly note: RegExp;
  readonly actor: Source['actor'];
  readonly words: string;
}

/**
 * What notes mean. `MO` and `API` are the vendor's own words (list opt-outs: "mobile-originated", "added through the API"); the
 * others occur in real lists. Anything else is an unknown source: we do not guess.
 */
const RULES: readonly Rule[] = [
  { note: /^mo$/iu, actor: 'person', words: 'the person replied STOP' },
  { note: /^opted out via\b/iu, actor: 'person', words: 'the person used an opt-out link' },
  { note: /^api$/iu, actor: 'integration', words: 'added through the API' },
  { note: /^rule based action\b/iu, actor: 'vendor-rule', words: 'a rule at Mobivate added it' },
  { note: /^pasted opt-?out\b/iu, actor: 'staff', words: 'staff pasted it in' },
  { note: /^file upload\b/iu, actor: 'staff', words: 'staff uploaded it in a file' },
];

const UNKNOWN: Pick<Rule, 'actor' | 'words'> = { actor: 'unknown', words: 'unknown source' };

/** Who put a number on the list, as far as the record's note tells; the note itself travels along untouched. */
export function sourceOf(note: string | null): Source {
  const text = note?.trim() ?? '';
  const { actor, words } = RULES.find((rule) => rule.note.test(text)) ?? UNKNOWN;
  return { actor, words, raw: note };
}
