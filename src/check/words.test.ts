import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { PAGE_WORDS } from './page-words';
import { ANSWER_WORDS, NUMBER_WORDS, SCOPE_WORDS, sentence } from './words';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name) && !/\.test\.|^check\/(?:page-)?words\.ts$/u.test(name))
  .map((name) => ({ name, text: readFileSync(`${SOURCE}/${name}`, 'utf8') }));

/** Short ones are words of the language. */
const A_SENTENCE = 25;

/** Every text of a catalogue; of one that is made, its parts around what is put in. */
function texts(catalogue: object): readonly string[] {
  return Object.values(catalogue).flatMap((entry: unknown) => {
    if (typeof entry === 'string') return [entry];
    // What is put in is a mark that nothing else contains; accounts are a list of names.
    if (typeof entry === 'function') return String(entry('\u0000', '\u0000')).split('\u0000');
    return typeof entry === 'object' && entry !== null ? texts(entry) : [];
  });
}

const { accounts: _accounts, ...scopeWords } = SCOPE_WORDS;
const { country: _country, ...answerWords } = ANSWER_WORDS;
const { offByOne: _offByOne, ...numberWords } = NUMBER_WORDS;
const { otherCountry: _otherCountry, ...pageWords } = PAGE_WORDS;

test.each(
  [answerWords, scopeWords, numberWords, pageWords]
    .flatMap(texts)
    .map((text) => text.trim())
    .filter((text) => text.length >= A_SENTENCE),
)('"%s" is written once', (text) => {
  const again = FILES.filter(({ name, text: source }) => name.startsWith('check/') && source.includes(text));
  expect(again.map(({ name }) => name)).toEqual([]);
});

test('what "Not found" does not mean is said in one place', () => {
  expect(FILES.filter(({ text }) => text.includes('It is not consent')).map(({ name }) => name)).toEqual([]);
  expect(ANSWER_WORDS.promise).toContain('It is not consent.');
});

test('the same words begin a line or stand in it', () => {
  expect(`${sentence(SCOPE_WORDS.notRead)}, ${SCOPE_WORDS.notRead}`).toBe('Not read, not read');
});
