import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { REASONS } from './reason';
import { REASON_WORDS, SHARED_WORDS, VERDICT_WORDS } from './words';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
/** What people are shown is made here: the server speaks to whoever runs it, and the sandbox plays the vendors. */
const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/u.test(name) && !/\.test\.|\.cases\.|__fixtures__|testing|^server\/sandbox/u.test(name),
);
/** See WORDS.md. */
const NEVER =
  /\b(?:sorry|oops|unfortunately|please|successfully|you entered|subscribed|opted in|not opted out|no opt-out for|consented)\b/iu;
const NO_VERDICT = /(?:['"`>]|: )(?:clear|safe|ok)(?:['"`<.,]|$)/iu;

/** Text that could reach a person: string literals and what stands between tags; comments do not. */
function texts(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/(^|\s)\/\/.*$/gmu, '');
  return [...code.matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`|>[^<>{}=;]+</gu)].map(([text]) => text);
}

describe('words', () => {
  it.each(FILES)('%s keeps to the rules', (name) => {
    const wrong = texts(readFileSync(`${SOURCE}/${name}`, 'utf8')).filter(
      (text) => NEVER.test(text) || NO_VERDICT.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it('the rules notice what they forbid', () => {
    for (const bad of ["'Sorry, that failed'", '>Not opted out<', "'safe'", '`Please wait`', "'OK'"]) {
      const [text = ''] = texts(bad);
      expect([bad, NEVER.test(text) || NO_VERDICT.test(text)]).toEqual([bad, true]);
    }
  });

  it('every reason has a short name of its own, says what it means and names one next step', () => {
    expect(new Set(REASONS.map((reason) => REASON_WORDS[reason].short)).size).toBe(REASONS.length);
    for (const reason of REASONS) {
      const { short, meaning, next } = REASON_WORDS[reason];
      expect(short).toMatch(/^[a-z][a-z ]+$/u);
      expect(meaning).toMatch(/^[A-Z][^!]+\.$/u);
      expect(next).toMatch(/^[A-Z][^!]+\.$/u);
    }
  });

  it.each(Object.values(SHARED_WORDS))('"%s" is written in the catalogue alone', (words) => {
    const places = FILES.filter((name) => readFileSync(`${SOURCE}/${name}`, 'utf8').includes(words));
    expect(places).toEqual(['lib/words.ts']);
  });

  it('the verdicts are the three of the contract', () => {
    expect(Object.values(VERDICT_WORDS)).toEqual(['Opted out', 'Not found', 'Could not check']);
  });
});
