import * as v from 'valibot';

import { jsonAnswer } from '../answer';
import { HOSTILE_TEXTS, megabyteOfText } from '../data/hostile-text';
import { createRandom } from '../data/random';
import { asRecords, asResults, rowsIn, withBrokenRow, withRepeatedRow } from '../faults/rows';
import type { Vendor, VendorSettings } from '../vendor';
import { answerMobivate } from './answer';
import { behaviourSchema, DEFAULT_BEHAVIOUR, type MobivateBehaviour } from './behaviour';
import { insertRow, placeOf, removeRow, rowAt, withoutMobile } from './columns';
import { createMobivateData, DOCUMENTED_ROWS } from './data';

const KEY = 'sandbox-mobivate-key';
const JSON_TYPE = 'application/json;charset=UTF-8';
const PATH = '/addressbook/optout';

const refuse: Vendor['refuse'] = (status, message) => jsonAnswer(status, { code: status, message }, JSON_TYPE);

const authorizationIsRight: Vendor['authorizationIsRight'] = (headers) => headers.authorization === `Bearer ${KEY}`;

/** Every row's note is replaced by one of the hostile texts, and the first one's by a megabyte. */
function withHostileNotes(body: unknown): unknown {
  return rowsIn(body).map((row, index) => {
    const note = index === 0 ? megabyteOfText() : HOSTILE_TEXTS[index % HOSTILE_TEXTS.length];
    return Object.assign({}, row, { note });
  });
}

const reshapes: Vendor['reshapes'] = {
  'wrong-shape-records': asRecords,
  'wrong-shape-results': asResults,
  'unreadable-row': (body) => withBrokenRow(rowsIn(body), { id: null, mobile: null, note: 7, created: 'yesterday' }),
  'hostile-text': withHostileNotes,
  'duplicates-across-pages': (body) => withRepeatedRow(rowsIn(body)),
};

/** The embedded Mobivate: `GET /addressbook/optout` as documented, over a list made from `settings`. */
export function createMobivate(settings: VendorSettings): Vendor {
  const make = () => createMobivateData(settings);
  let data = make();
  let changed = false;
  let behaviour: MobivateBehaviour = DEFAULT_BEHAVIOUR;
  let random = createRandom(settings.seed);
  let nextId = 0;

  const add: Vendor['add'] = ({ digits, note, at }) => {
    changed = true;
    const highest = data.id.subarray(0, data.length).reduce((most, id) => Math.max(most, id), 0);
    nextId = Math.max(nextId, highest) + 7;
    insertRow(data, { id: nextId, mobile: digits, note: note ?? 'MO', created: at });
    return String(nextId);
  };

  return {
    id: 'mobivate',
    label: 'Mobivate',
    environment: (origin) => ({ MOBIVATE_API_URL: origin, MOBIVATE_API_KEY: KEY }),
    authorizationIsRight,
    acceptIsRight: () => true,
    answer: ({ method, path, search, headers, hidden }) => {
      if (!authorizationIsRight(headers)) return refuse(401, 'Unauthorized');
      if (path !== PATH) return refuse(404, 'Not Found');
      if (method !== 'GET') return { ...refuse(405, 'Method Not Allowed'), headers: { allow: 'GET' } };
      const list = hidden === null ? data : withoutMobile(data, hidden);
      const { status, body } = answerMobivate(list, behaviour, search);
      return jsonAnswer(status, body, JSON_TYPE);
    },
    refuse,
    reshapes,
    documentedNumbers: ['4400111222'],
    behaviour: () => behaviour,
    changeBehaviour: (change) => {
      behaviour = v.parse(behaviourSchema, { ...behaviour, ...v.parse(v.record(v.string(), v.unknown()), change) });
    },
    stir: () => {
      add({
        digits: `1999555${String(Math.floor(random() * 10_000)).padStart(4, '0')}`,
        note: 'MO',
        account: null,
        at: settings.clock(),
      });
      // Two come for each that goes, and the documented one stays.
      const place = Math.floor(random() * data.length);
      if (random() < 0.5 && data.id[place] !== DOCUMENTED_ROWS[0]?.id) removeRow(data, place);
    },
    add,
    truth: ({ from, to }) => {
      const ids: string[] = [];
      const end = placeOf(data, to);
      for (let place = placeOf(data, from); place < end; place += 1) ids.push(String(rowAt(data, place).id));
      return [{ account: null, ids }];
    },
    reset: () => {
      if (changed) data = make();
      changed = false;
      behaviour = DEFAULT_BEHAVIOUR;
      random = createRandom(settings.seed);
      nextId = 0;
    },
  };
}
