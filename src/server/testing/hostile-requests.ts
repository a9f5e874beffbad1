import fc from 'fast-check';

import type { Ending } from './raw-request';
import { MOBIVATE, TEXTUS } from './refused-requests';

/** What a client writes on one connection, and how it ends it. */
export interface Play {
  readonly text: string;
  readonly ending: Ending;
}

const mostly = <Value>(usual: Value, ...others: readonly Value[]) => {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
};
const noise = fc.string({ unit: 'binary-ascii', maxLength: 30 }).map((text) => text.replaceAll(/[\r\n]/g, ''));

const method = mostly('GET', 'POST', 'HEAD', 'get', 'PUT', 'OPTIONS', 'CONNECT', 'QUERY', 'G ET');
const version = mostly('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', '');

function targets(authority: string) {
  const path = fc.oneof(
    fc.constantFrom(MOBIVATE, TEXTUS, MOBIVATE, TEXTUS, `${TEXTUS}/..`, `/.${MOBIVATE}`),
    fc.constantFrom('/api/textus/%61lpha/opt_outs', '/api/textus/gamma/opt_outs', MOBIVATE.toUpperCase()),
    // Absolute form, of this server and of others.
    fc.constantFrom(`http://${authority}${MOBIVATE}`, `http://evil.example${TEXTUS}`, `HTTP://a@${authority}${TEXTUS}`),
    noise,
  );
  const parameter = fc.oneof(
    fc.constantFrom('page=1', 'startDate=2023-01-01T00:00:00%2B0000', 'q=303', 'exact[]=%28555%29', '', '=', 'key=1'),
    noise,
  );
  const query = fc.array(parameter, { maxLength: 3 }).map((pairs) => (pairs.length === 0 ? '' : `?${pairs.join('&')}`));
  return fc.tuple(path, query).map((pieces) => pieces.join(''));
}

function headers(authority: string) {
  const header = fc.oneof(
    fc.constantFrom(
      'Cookie: a=1',
      'Authorization: Bearer x',
      'Accept: */*',
      'Range: bytes=0-',
      'X-Forwarded-Host: evil',
    ),
    fc.constantFrom('Connection: upgrade', 'Upgrade: h2c', 'Expect: 100-continue', 'Content-Length: 0', 'TE: trailers'),
    fc.constantFrom('Origin: http://evil.example', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Site: same-origin'),
    fc.constantFrom('Host: evil.example', ' folded', 'Transfer-Encoding: chunked', 'X-HTTP-Method-Override: DELETE'),
    // The server's own Host a second time; continued on the next line, as nothing may be any more (RFC 9112, 5.2).
    fc.constantFrom(`Host: ${authority}`, `Host:\r\n ${authority}`, 'Cookie: a=1;\r\n b=2', 'Accept:\r\n\t*/*'),
    noise.map((text) => `X-Noise: ${text}`),
  );
  return fc.array(header, { maxLength: 4 });
}

/** Bodies, each with the header that announces it: chunks, whole and broken, and lengths, true and too short. */
function bodies(hidden: string) {
  const chunked = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
  const body = fc.constantFrom(
    ['Transfer-Encoding: chunked', chunked('a=1')],
    ['Transfer-Encoding: chunked', chunked(hidden)],
    ['Transfer-Encoding: chunked', `zz\r\n${hidden}`],
    ['Transfer-Encoding: chunked', '5;a=b\r\nabcde\r\n0\r\nCookie: trailer=1\r\n\r\n'],
    ['Content-Length: 3', 'a=1'],
    ['Content-Length: 3', hidden],
    ['Content-Length: 3\r\nTransfer-Encoding: chunked', chunked('a=1')],
  );
  return fc.option(body, { freq: 4 });
}

/** One request; a plain one to a vendor as often, so that much gets through, and as much of what comes behind it. */
function requests(authority: string) {
  const plain = (target: string, more = '') => `GET ${target} HTTP/1.1\r\nHost: ${authority}\r\n${more}\r\n`;
  const parts = fc.record({
    method,
    target: targets(authority),
    host: mostly<string | null>(authority, 'evil.example', '127.0.0.1:1', null),
    headers: headers(authority),
    version,
    body: bodies(plain(MOBIVATE, 'Cookie: hidden=1\r\n')),
  });
  const any = parts.map(({ method: verb, target, host, headers: more, version: spoken, body }) => {
    const [announced = [], content = ''] = body ?? [];
    const fields = [host === null ? [] : `Host: ${host}`, ...more, announced].flat();
    return `${verb} ${target} ${spoken}\r\n${fields.map((field) => `${field}\r\n`).join('')}\r\n${content}`;
  });
  return fc.oneof(
    any,
    fc.constantFrom(MOBIVATE, TEXTUS).map((target) => plain(`${target}?page=1`)),
  );
}

/**
 * One to three requests on one connection to this server, one behind the other without waiting for an answer, and what closes the
 * connection behind them; some are cut off, in mid-request as likely as not.
 */
export function plays(port: number): fc.Arbitrary<Play> {
  const authority = `127.0.0.1:${port}`;
  const last = `GET /api/config HTTP/1.1\r\nHost: ${authority}\r\nConnection: close\r\n\r\n`;
  const whole = fc
    .tuple(
      fc.array(requests(authority), { minLength: 1, maxLength: 3 }),
      mostly<Ending>('wait', 'half-close', 'go-away'),
    )
    .map(([texts, ending]): Play => {
      const text = `${texts.join('')}${last}`;
      // Behind an upgrade nothing more is read, so that only we would close the connection.
      return { text, ending: /upgrade/i.test(text) && ending === 'wait' ? 'half-close' : ending };
    });
  const cut = fc
    .tuple(fc.array(requests(authority), { minLength: 1, maxLength: 2 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([texts, share]): Play => {
      const text = texts.join('');
      return { text: text.slice(0, Math.ceil(share * text.length)), ending: 'half-close' };
    });
  return fc.oneof({ weight: 4, arbitrary: whole }, { weight: 1, arbitrary: cut });
}
