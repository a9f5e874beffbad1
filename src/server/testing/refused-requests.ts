export const MOBIVATE = '/api/mobivate/addressbook/optout';
export const TEXTUS = '/api/textus/alpha/opt_outs';

/** A request that must not get through: what is wrong with it, and the answer. */
export interface RefusedRequest {
  readonly what: string;
  readonly target: string;
  readonly status: number;
  readonly method?: string;
  /** null: no such header at all. */
  readonly host?: string | null;
  readonly headers?: readonly string[];
  /** Last part of the problem's URN. */
  readonly type: string;
  /** The `Allow` header of a 405. */
  readonly allow?: string;
}

const notFound = (what: string, target: string): RefusedRequest => ({ what, target, status: 404, type: 'not-found' });
const forbidden = (what: string, headers: readonly string[], target = MOBIVATE): RefusedRequest => {
  return { what, target, headers, status: 403, type: 'forbidden' };
};
const wrongMethod = (method: string, target: string, allow = 'GET'): RefusedRequest => {
  return { what: `${method} ${target}`, method, target, status: 405, type: 'method-not-allowed', allow };
};

/** Requests that must never reach a vendor, and what they are answered. */
export const REFUSED: readonly RefusedRequest[] = [
  notFound('nothing there', '/api/nothing'),
  notFound('the bare prefix', '/api'),
  notFound('the prefix with a slash', '/api/'),
  notFound('a closing slash', `${MOBIVATE}/`),
  notFound('another path of the vendor', '/api/mobivate/addressbook'),
  notFound('an account that is not configured', '/api/textus/gamma/opt_outs'),
  notFound('an account in capitals', '/api/textus/ALPHA/opt_outs'),
  notFound('no account', '/api/textus//opt_outs'),
  notFound('another path of the account', '/api/textus/alpha/contacts'),
  notFound('a dot segment', '/api/textus/alpha/../../mobivate/addressbook/optout'),
  notFound('an encoded dot segment', '/api/textus/%2e%2e/opt_outs'),
  notFound('a dot segment into the prefix', '/x/..//api/config'),
  notFound('a doubled slash', '//api/config'),
  notFound('a doubled slash within', '/api//config'),
  notFound('a backslash', String.raw`/api\config`),
  notFound('an encoded letter', '/%61pi/config'),
  notFound('a twice encoded letter', '/%2561pi/config'),
  notFound('an encoded slash', '/api%2fconfig'),
  notFound('capitals', '/API/config'),
  notFound('a broken escape', '/api/%zz'),
  notFound('the sandbox when it does not run', '/api/sandbox'),
  notFound('a path of the sandbox when it does not run', '/api/sandbox/mobivate/requests'),
  { what: 'a parameter unknown to Mobivate', target: `${MOBIVATE}?key=1`, status: 400, type: 'bad-request' },
  { what: 'a parameter that is no name', target: `${TEXTUS}?a/b=1`, status: 400, type: 'bad-request' },
  { what: 'a broken escape in a name', target: `${TEXTUS}?%zz=1`, status: 400, type: 'bad-request' },
  { what: 'a fragment', target: `${TEXTUS}?q=303#x`, status: 400, type: 'bad-request' },
  ...['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'].flatMap((method) => [
    wrongMethod(method, MOBIVATE),
    wrongMethod(method, TEXTUS),
    wrongMethod(method, '/api/config'),
  ]),
  wrongMethod('POST', '/', 'GET, HEAD'),
  forbidden('another site, by Origin', ['Origin: http://evil.example']),
  forbidden('an opaque origin', ['Origin: null']),
  forbidden('our name at another port', ['Origin: http://127.0.0.1:1']),
  forbidden('two origins', ['Origin: http://127.0.0.1:1', 'Origin: http://127.0.0.1:2']),
  forbidden('another site, by Sec-Fetch-Site', ['Sec-Fetch-Site: cross-site']),
  forbidden('a sibling site', ['Sec-Fetch-Site: same-site']),
  forbidden('an unknown Sec-Fetch-Site', ['Sec-Fetch-Site: same-origin-ish']),
  forbidden('a link of another site to data', [
    'Sec-Fetch-Site: cross-site',
    'Sec-Fetch-Mode: navigate',
    'Sec-Fetch-Dest: document',
  ]),
  forbidden('another site asking for the settings', ['Sec-Fetch-Site: cross-site'], '/api/config'),
  forbidden('another site framing a page', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Dest: iframe'], '/'),
  { what: 'a foreign Host', target: MOBIVATE, host: 'evil.example', status: 403, type: 'forbidden' },
  { what: 'a foreign Host for a page', target: '/', host: 'evil.example', status: 403, type: 'forbidden' },
  { what: 'our name without the port', target: '/api/config', host: 'localhost', status: 403, type: 'forbidden' },
  { what: 'our name with a dot', target: '/api/config', host: 'localhost.:1', status: 403, type: 'forbidden' },
  { what: 'an empty Host', target: '/api/config', host: '', status: 403, type: 'forbidden' },
  { what: 'no Host at all', target: MOBIVATE, host: null, status: 403, type: 'forbidden' },
  { what: 'no Host at all, for a page', target: '/', host: null, status: 403, type: 'forbidden' },
];
