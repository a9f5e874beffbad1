import { useState } from 'react';

import type { LookupProgress } from '../providers/contract';
import { countOf } from '../ui/counts';
import { Progress } from '../ui/Progress';
import { createTimeLeft } from '../ui/time-left';
import { useNow } from '../ui/use-now';
import type { Check } from './run-check';

interface Part {
  readonly label: string;
  readonly fraction: number;
  readonly progress: LookupProgress | null;
}

function parts({ providers, boards }: Check): readonly Part[] {
  return providers.flatMap(({ label }, position) => {
    const part = boards[position]?.part;
    if (part === undefined || part.kind === 'not-configured') return [];
    if (part.kind === 'done') return [{ label, fraction: 1, progress: null }];
    return [{ label, fraction: part.progress?.fraction ?? 0, progress: part.progress }];
  });
}

function isFinished({ fraction, progress }: Part): boolean {
  return fraction === 1 && progress === null;
}

function partWords(part: Part): string {
  const { label, progress } = part;
  if (isFinished(part)) return `${label}: finished`;
  const words = progress?.words ?? 'starting';
  // Words that name the vendor themselves do not need its name in front.
  return words.includes(label) ? words : `${label}: ${words}`;
}

/**
 * One bar for the whole check, with a phrase for each vendor, the requests so far and the time left; the slowest vendor is what the
 * person waits for. It stands where the summary will.
 */
export function CheckProgress({ check, onCancel }: { readonly check: Check; readonly onCancel: () => void }) {
  const all = parts(check);
  const [timeLeft] = useState(createTimeLeft);
  const now = useNow(1000, true);
  const fraction = all.length === 0 ? null : all.reduce((sum, part) => sum + part.fraction, 0) / all.length;
  const waits = all.flatMap(({ label, progress }) =>
    progress !== null && progress.waitingUntil !== null ? { ...progress, label } : [],
  );
  const longest = waits.toSorted((a, b) => (b.waitingUntil ?? 0) - (a.waitingUntil ?? 0))[0];
  const requests = check.boards.reduce((sum, board) => sum + board.requests, 0);
  const underWay = all.filter((part) => !isFinished(part));
  const left = timeLeft(
    underWay.map(({ label, progress }) => ({ name: label, fraction: progress?.fraction ?? null })),
    now,
  );
  // Who waits for the vendor is told until when.
  const rest = [
    ...(requests === 0 ? [] : [countOf(requests, 'request')]),
    ...(left === null || waits.length > 0 ? [] : [left]),
  ];
  return (
    <Progress
      inline
      label="Checking"
      fraction={fraction}
      words={[...all.map(partWords), ...rest].join(' · ')}
      waitingUntil={longest?.waitingUntil}
      waitReason={longest?.waitReason}
      vendor={longest?.label}
      onCancel={onCancel}
    />
  );
}
