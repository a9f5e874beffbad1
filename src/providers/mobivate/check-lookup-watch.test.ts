import { expect, it, vi } from 'vitest';

import type { LookupContext } from '../contract';
import { Watch } from './check-lookup-watch';
import { History } from './history';
import { rowKeys } from './history-keys';
import type { MobivateRow } from './schema';

it('looks a number up once for each answer, however many of its records are in it', () => {
  const rows = Array.from({ length: 1000 }, (_, id): MobivateRow => ({
    id: String(id),
    mobile: '15553031234',
    note: 'MO',
    created: id,
  }));
  const history = new History(rowKeys);
  const onFound = vi.fn<LookupContext['onFound']>();
  const watch = new Watch(history, [{ keys: ['15553031234'] }], { since: -Infinity, onFound, known: [] });
  const find = vi.spyOn(history, 'find');
  history.add(rows);
  watch.rows(rows);
  expect(find).toHaveBeenCalledOnce();
  expect(onFound).toHaveBeenCalledExactlyOnceWith(0, expect.objectContaining({ length: 1000 }));
});
