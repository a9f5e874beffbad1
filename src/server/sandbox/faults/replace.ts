import { jsonAnswer, textAnswer, type Answer } from '../answer';
import type { Vendor } from '../vendor';
import type { ReplaceFaultKind } from './kinds';
import type { Fault } from './schema';

const PAGE =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1><p>The server is having a moment.</p></body></html>\n';

function withHeaders(answer: Answer, headers: Answer['headers']): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** What each replacing misbehaviour answers with. `now` in ms UTC. */
export const REPLACEMENTS: Readonly<Record<ReplaceFaultKind, (vendor: Vendor, fault: Fault, now: number) => Answer>> = {
  '401': (vendor) => vendor.refuse(401, 'Unauthorized'),
  '402': (vendor) => vendor.refuse(402, 'Out of credit'),
  '403': (vendor) => vendor.refuse(403, 'API Key is not permitted to perform this action.'),
  '404': (vendor) => vendor.refuse(404, 'Not Found'),
  '429': (vendor) => vendor.refuse(429, 'Too many requests'),
  '429-retry-after': (vendor, { seconds }) =>
    withHeaders(vendor.refuse(429, 'Too many requests'), { 'retry-after': String(seconds) }),
  '429-retry-date': (vendor, { seconds }, now) =>
    withHeaders(vendor.refuse(429, 'Too many requests'), {
      'retry-after': new Date(now + seconds * 1000).toUTCString(),
    }),
  '500': (vendor) => vendor.refuse(500, 'Internal Server Error'),
  '502-html': () => textAnswer(502, PAGE, 'text/html; charset=utf-8'),
  '503': (vendor) => vendor.refuse(503, 'Service Unavailable'),
  html: () => textAnswer(200, PAGE, 'text/html; charset=utf-8'),
  'wrong-shape': (vendor) => ({ ...vendor.refuse(500, 'Internal Server Error'), status: 200 }),
  'null-body': () => jsonAnswer(200, null, 'application/json'),
  'empty-body': () => textAnswer(200, '', 'application/json'),
  '204': () => ({ status: 204, headers: {}, body: { kind: 'none' } }),
  redirect: () => ({
    status: 302,
    headers: { location: 'https://evil.example/somewhere-else', 'set-cookie': 'vendor=1' },
    body: { kind: 'none' },
  }),
};
