import * as v from 'valibot';

import { jsonAnswer, type Answer } from '../answer';
import { createRandom } from '../data/random';
import type { Vendor, VendorRequest, VendorSettings } from '../vendor';
import { ACCOUNT_SLUGS } from './accounts';
import { behaviourSchema, DEFAULT_BEHAVIOUR, type TextusBehaviour } from './behaviour';
import { createBudget } from './budget';
import { makeCollection } from './collection';
import { readCursor } from './cursor';
import { createTextusData, newestFirst } from './data';
import { filterRows, readFilter, refusalOf } from './filter';
import { makeOptOut } from './make-opt-out';
import { createReshapes } from './reshapes';
import { DOCUMENTED_OPT_OUTS, type TextusRow } from './wire';

const TOKEN = 'sandbox-textus-token';
const MEDIA_TYPE = 'application/vnd.textus+jsonld';

/** The vendor documents no error bodies: this form is our guess, see DIFFERENCES.md. */
const refuse: Vendor['refuse'] = (status, message) =>
  jsonAnswer(status, { '@type': 'hydra:Error', title: 'An error occurred', description: message, status }, MEDIA_TYPE);

const authorizationIsRight: Vendor['authorizationIsRight'] = (headers) => headers.authorization === `Bearer ${TOKEN}`;

const acceptIsRight: Vendor['acceptIsRight'] = ({ accept = '' }) =>
  accept.split(',').some((range) => range.split(';')[0]?.trim().toLowerCase() === MEDIA_TYPE);

function answerList(rows: readonly TextusRow[], request: VendorRequest, behaviour: TextusBehaviour): Answer {
  const { method, path, search, headers, hidden } = request;
  if (!acceptIsRight(headers)) return refuse(406, `Only ${MEDIA_TYPE} can be given`);
  const account = /^\/([^/]+)\/opt_outs$/.exec(path)?.[1] ?? '';
  if (!ACCOUNT_SLUGS.includes(account)) return refuse(404, 'Not Found');
  if (method !== 'GET') return { ...refuse(405, 'Method Not Allowed'), headers: { allow: 'GET' } };

  const filter = readFilter(search);
  const refusal = refusalOf(filter, behaviour);
  if (refusal !== null) return refuse(422, refusal);
  const cursorText = search.get('cursor');
  const cursor = cursorText === null ? null : readCursor(cursorText, { account, filter });
  if (cursorText !== null && cursor === null) return refuse(422, 'cursor: is not one of this list');

  const listed = filterRows(rows, account, filter, behaviour).filter(({ digits }) => digits !== hidden);
  return jsonAnswer(200, makeCollection(listed, { account, filter }, cursor, behaviour.pageSize), MEDIA_TYPE);
}

/** The embedded TextUs: `GET /:account/opt_outs` as documented, over lists made from `settings`. */
export function createTextus(settings: VendorSettings): Vendor {
  const make = () => createTextusData(settings);
  let rows = make();
  let changed = false;
  let behaviour: TextusBehaviour = DEFAULT_BEHAVIOUR;
  let random = createRandom(settings.seed);
  let spend = createBudget(settings.clock);

  const add: Vendor['add'] = ({ digits, account, at }) => {
    const slug = account ?? ACCOUNT_SLUGS[0] ?? '';
    if (!ACCOUNT_SLUGS.includes(slug)) throw new RangeError(`TextUs has no account "${slug}".`);
    changed = true;
    const sequence = rows.reduce((most, row) => Math.max(most, row.sequence), 0) + 1;
    const plainId = rows.some((row) => row.digits === digits);
    const wire = makeOptOut(random, { digits, at, account: slug, sequence, plainId });
    rows = [...rows, { digits, at, sequence, listedIn: [slug], wire }].toSorted(newestFirst);
    return wire.id;
  };

  return {
    id: 'textus',
    label: 'TextUs',
    environment: (origin) => ({
      TEXTUS_API_URL: origin,
      TEXTUS_API_TOKEN: TOKEN,
      TEXTUS_ACCOUNTS: ACCOUNT_SLUGS.join(','),
    }),
    authorizationIsRight,
    acceptIsRight,
    answer: (request) => {
      if (!authorizationIsRight(request.headers)) return refuse(401, 'Unauthorized');
      const { allowed, headers } = spend(behaviour);
      const answer = allowed ? answerList(rows, request, behaviour) : refuse(429, 'Too many requests');
      return { ...answer, headers: { ...answer.headers, ...headers } };
    },
    refuse,
    reshapes: createReshapes(() => rows),
    documentedNumbers: ['15553031234', '19408503220'],
    behaviour: () => behaviour,
    changeBehaviour: (change) => {
      behaviour = v.parse(behaviourSchema, { ...behaviour, ...v.parse(v.record(v.string(), v.unknown()), change) });
    },
    stir: () => {
      const account = ACCOUNT_SLUGS[Math.floor(random() * ACCOUNT_SLUGS.length)] ?? null;
      const digits = `1999555${String(Math.floor(random() * 10_000)).padStart(4, '0')}`;
      add({ digits, note: null, account, at: settings.clock() });
      // Two come for each that goes, and the documented ones stay.
      const place = Math.floor(random() * rows.length);
      const leaves = random() < 0.5 && (rows[place]?.sequence ?? 0) >= DOCUMENTED_OPT_OUTS.length;
      if (leaves) rows = rows.toSpliced(place, 1);
    },
    add,
    truth: ({ from, to }) =>
      ACCOUNT_SLUGS.map((account) => ({
        account,
        ids: rows
          .filter(({ at, listedIn }) => at >= from && at < to && listedIn.includes(account))
          .map(({ wire }) => wire.id),
      })),
    reset: () => {
      if (changed) rows = make();
      changed = false;
      behaviour = DEFAULT_BEHAVIOUR;
      random = createRandom(settings.seed);
      spend = createBudget(settings.clock);
    },
  };
}
