import { describe, expect, test } from 'vitest';

import { publicConfigBody } from './public-config';
import { SettingError } from './setting-values';
import { type Environment, parseSettings, withSandbox } from './settings';
import { VENDORS } from './vendors';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const parse = (environment: Environment) => parseSettings(environment, VENDORS, NOW);
const configOf = (environment: Environment) => JSON.parse(publicConfigBody(parse(environment))) as unknown;

/** Every sentence a bad value stops the start with. */
const BAD: readonly (readonly [Environment, string])[] = [
  [{ PORT: 'abc' }, 'PORT is "abc", but it must be a port number from 1 to 65535.'],
  [{ PORT: '0' }, 'PORT is "0"'],
  [{ PORT: '65536' }, 'PORT is "65536"'],
  [{ PORT: '80.5' }, 'PORT is "80.5"'],
  [{ HOST: 'http://localhost' }, 'HOST is "http://localhost"'],
  [{ MOBIVATE_API_URL: 'api.example.com' }, 'MOBIVATE_API_URL must be an http or https address'],
  [{ MOBIVATE_API_URL: 'ftp://api.example.com' }, 'MOBIVATE_API_URL must be'],
  [{ MOBIVATE_API_URL: 'https://user:pass@api.example.com' }, 'MOBIVATE_API_URL must be'],
  [{ TEXTUS_API_URL: 'https://api.example.com?x=1' }, 'TEXTUS_API_URL must be'],
  [{ TEXTUS_API_URL: 'https://api.example.com/#x' }, 'TEXTUS_API_URL must be'],
  [{ MOBIVATE_API_KEY: 'two words' }, 'MOBIVATE_API_KEY must be visible ASCII'],
  [{ MOBIVATE_API_KEY: 'key\r\nX-Injected: 1' }, 'MOBIVATE_API_KEY must be visible ASCII'],
  [{ TEXTUS_API_TOKEN: 'schlüssel', TEXTUS_ACCOUNTS: 'a' }, 'TEXTUS_API_TOKEN must be visible ASCII'],
  [{ TEXTUS_API_TOKEN: 'token' }, 'TEXTUS_ACCOUNTS is not set, but TEXTUS_API_TOKEN needs it'],
  [{ TEXTUS_ACCOUNTS: 'a,../b' }, 'TEXTUS_ACCOUNTS is "a,../b"'],
  [{ TEXTUS_ACCOUNTS: 'a,,b' }, 'TEXTUS_ACCOUNTS is "a,,b"'],
  [{ MOBIVATE_SINCE: '2026-02-31' }, 'MOBIVATE_SINCE is "2026-02-31", but it must be a day in the past'],
  [{ MOBIVATE_SINCE: '01/02/2020' }, 'MOBIVATE_SINCE is "01/02/2020"'],
  [{ MOBIVATE_SINCE: '2026-11-23' }, 'MOBIVATE_SINCE is "2026-11-23"'],
  [{ MOBIVATE_CANARY: 'none' }, 'MOBIVATE_CANARY must be a phone number'],
  [{ TEXTUS_CANARY: '+' }, 'TEXTUS_CANARY must be a phone number'],
  [{ DEFAULT_COUNTRY: 'XX' }, 'DEFAULT_COUNTRY is "XX", but it must be a two-letter country'],
  [{ DEFAULT_COUNTRY: 'USA' }, 'DEFAULT_COUNTRY is "USA"'],
  [{ DEFAULT_TIME_ZONE: 'Mars/Olympus' }, 'DEFAULT_TIME_ZONE is "Mars/Olympus"'],
  [{ DEFAULT_TIME_ZONE: '+05:30' }, 'DEFAULT_TIME_ZONE is "+05:30"'],
  [{ SANDBOX: 'yes' }, 'SANDBOX is "yes", but it must be 1 or 0'],
];

describe('settings', () => {
  test.each(BAD)('%o stops the start', (environment, sentence) => {
    const attempt = () => parse(environment);
    expect(attempt).toThrow(SettingError);
    expect(attempt).toThrow(sentence);
    expect(attempt).toThrow(/^((?!\. ).)*\.$/);
  });

  test('a secret is never repeated in an error', () => {
    for (const name of ['MOBIVATE_API_KEY', 'TEXTUS_API_TOKEN', 'MOBIVATE_API_URL', 'TEXTUS_API_URL']) {
      expect(() => parse({ [name]: 'https://u:hidden secret@x' })).toThrow(/^((?!hidden).)*$/);
    }
  });

  test('nothing set: the defaults, on the sandbox', () => {
    expect(parse({})).toMatchObject({ host: '127.0.0.1', port: null, sandbox: true });
    expect(configOf({})).toEqual({
      sandbox: true,
      mobivate: { configured: false, since: '2010-01-01', canary: null },
      textus: { configured: false, accounts: [], canary: null },
      defaultCountry: 'US',
      defaultTimeZone: null,
    });
    const urls = parse({}).vendors.map(({ url }) => url.href);
    expect(urls).toEqual(['https://api.mobivatebulksms.com/', 'https://next.textus.com/']);
  });

  test('everything set; blanks around a value and an empty value do not count', () => {
    const environment = {
      HOST: '[::1]',
      PORT: ' 8080 ',
      MOBIVATE_API_URL: 'http://127.0.0.1:9/prefix/',
      MOBIVATE_API_KEY: 'key\n',
      MOBIVATE_SINCE: '2019-03-04',
      MOBIVATE_CANARY: '+44 7700 900123',
      TEXTUS_API_TOKEN: 'token',
      TEXTUS_ACCOUNTS: 'north, south-2,north',
      TEXTUS_CANARY: '',
      DEFAULT_COUNTRY: 'au',
      DEFAULT_TIME_ZONE: 'Australia/Sydney',
      SANDBOX: '0',
    };
    expect(parse(environment)).toMatchObject({ host: '::1', port: 8080, sandbox: false });
    expect(parse(environment).vendors[0]).toMatchObject({ secret: 'key', url: new URL('http://127.0.0.1:9/prefix') });
    expect(publicConfigBody(parse(environment))).toBe(
      '{"sandbox":false,"mobivate":{"configured":true,"since":"2019-03-04","canary":"+44 7700 900123"},' +
        '"textus":{"configured":true,"accounts":["north","south-2"],"canary":null},' +
        '"defaultCountry":"AU","defaultTimeZone":"Australia/Sydney"}',
    );
  });

  test.each([
    [{}, true],
    [{ SANDBOX: '0' }, true],
    [{ TEXTUS_ACCOUNTS: 'a' }, true],
    [{ MOBIVATE_API_KEY: 'k' }, false],
    [{ TEXTUS_API_TOKEN: 't', TEXTUS_ACCOUNTS: 'a' }, false],
    [{ MOBIVATE_API_KEY: 'k', SANDBOX: '1' }, true],
  ])('%o: sandbox %s', (environment, sandbox) => {
    expect(parse(environment).sandbox).toBe(sandbox);
  });

  test('the sandbox takes the place of every vendor: nothing real is left, not even of one it does not play', () => {
    const real = parse({ MOBIVATE_API_KEY: 'real', TEXTUS_API_TOKEN: 'real', TEXTUS_ACCOUNTS: 'real', SANDBOX: '1' });
    const mixed = withSandbox(real, { MOBIVATE_API_URL: 'http://127.0.0.1:9', MOBIVATE_API_KEY: 'played' }, NOW);
    expect(mixed.vendors.map(({ secret, accounts }) => [secret, accounts])).toEqual([
      ['played', []],
      [null, []],
    ]);
    expect(JSON.stringify(mixed)).not.toContain('"real"');
  });
});
