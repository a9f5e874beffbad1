import type { LookupProgress } from '../providers/contract';
import { Progress } from '../ui/Progress';
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

function partWords({ label, fraction, progress }: Part): string {
  if (fraction === 1 && progress === null) return `${label}: finished`;
  const words = progress?.words ?? 'starting';
  // Words that name the vendor themselves do not need its name in front.
  return words.includes(label) ? words : `${label}: ${words}`;
}

/** The list of numbers is being read: nothing has been asked yet. */
export function InputProgress({ done, total, onCancel }: { done: number; total: number; onCancel: () => void }) {
  const fraction = total === 0 ? null : done / total;
  return <Progress label="Checking" fraction={fraction} words="Reading the numbers" onCancel={onCancel} />;
}

/**
 * One bar for the whole check, with a phrase for each vendor; the slowest vendor is what the person waits for. It stands where
 * the summary will.
 */
export function CheckProgress({ check, onCancel }: { readonly check: Check; readonly onCancel: () => void }) {
  const all = parts(check);
  const fraction = all.length === 0 ? null : all.reduce((sum, part) => sum + part.fraction, 0) / all.length;
  const waits = all.flatMap(({ progress }) => progress?.waitingUntil ?? []);
  return (
    <Progress
      inline
      label="Checking"
      fraction={fraction}
      words={all.map(partWords).join(' · ')}
      waitingUntil={waits.length === 0 ? null : Math.max(...waits)}
      onCancel={onCancel}
    />
  );
}
