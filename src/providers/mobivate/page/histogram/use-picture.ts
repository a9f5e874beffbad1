import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';

import type { Interval } from '../../../../lib/date-range';
import type { History } from '../../history';
import { pictureQuery, type Picture, type PictureQuery } from '../../queries';
import type { ReadingState } from '../reading-state';
import type { Basis } from './picture';

/** While it is read, the history is counted anew this often, ms. */
const RECOUNT_MS = 500;

interface Question {
  readonly history: History;
  readonly interval: Interval;
  readonly zone: string;
  readonly digits: string;
  readonly reading: { readonly state: ReadingState; readonly revision: number };
  /** The rows of the same filters are being worked out. */
  readonly rowsFirst: boolean;
}

/** The opt-outs of an interval counted over time, and what that rests on; `picture` is null until the first count. */
export function usePicture({ history, interval, zone, digits, rowsFirst, reading: { state, revision } }: Question): {
  readonly picture: Picture | null;
  readonly basis: Basis;
} {
  const running = state.kind === 'reading';
  const sampled = useVersion(history, running);
  const version = running ? sampled : null;
  const query = useMemo<PictureQuery>(
    () => ({ from: interval.from, to: interval.to, digits, zone, revision, version }),
    [interval, digits, zone, revision, version],
  );
  const { data } = useQuery(pictureQuery(history, query, rowsFirst));
  const picture = data !== undefined && isOf(data.query, query) ? data : null;
  // Counts from before the end of the reading must not pass for what was answered.
  const counted = picture?.query.revision === revision && picture.query.version === version;
  return { picture, basis: useMemo(() => basisOf(state, counted), [state, counted]) };
}

function isOf(one: PictureQuery, other: PictureQuery): boolean {
  return one.from === other.from && one.to === other.to && one.digits === other.digits && one.zone === other.zone;
}

function basisOf(state: ReadingState, counted: boolean): Basis {
  if (state.kind === 'reading' || !counted) return { kind: 'reading' };
  const { coverage, readAt } = state.answer;
  const { asOf, interval } = coverage.scope;
  if (coverage.kind === 'whole') return { kind: 'whole', asOf, readAt };
  const unread = coverage.gaps.flatMap((gap) => gap.interval ?? interval ?? []);
  return { kind: 'partial', asOf, readAt, unread };
}

function useVersion(history: History, running: boolean): number {
  const [version, setVersion] = useState(history.version);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setVersion(history.version), RECOUNT_MS);
    return () => clearInterval(timer);
  }, [history, running]);
  return version;
}
