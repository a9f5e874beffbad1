import type { LookupProgress } from '../providers/contract';
import { Progress } from '../ui/Progress';
import type { CheckState } from './use-check';

interface Props {
  readonly state: Extract<CheckState, { kind: 'running' | 'finished' | 'reading-input' }>;
  readonly onCancel: () => void;
}

interface Part {
  readonly label: string;
  readonly fraction: number;
  readonly progress: LookupProgress | null;
}

function parts(state: Extract<CheckState, { kind: 'running' | 'finished' }>): readonly Part[] {
  return state.check.providers.flatMap(({ label }, position) => {
    const part = state.check.boards[position]?.part;
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

/** One bar for the whole check, with a phrase for each vendor; the slowest vendor is what the person waits for. */
export function CheckProgress({ state, onCancel }: Props) {
  if (state.kind === 'reading-input') {
    const fraction = state.total === 0 ? null : state.done / state.total;
    return <Progress label="Checking" fraction={fraction} words="Reading the numbers" onCancel={onCancel} />;
  }
  const all = parts(state);
  const fraction = all.length === 0 ? null : all.reduce((sum, part) => sum + part.fraction, 0) / all.length;
  const waits = all.flatMap(({ progress }) => progress?.waitingUntil ?? []);
  return (
    <Progress
      label="Checking"
      fraction={fraction}
      words={all.map(partWords).join(' · ')}
      waitingUntil={waits.length === 0 ? null : Math.max(...waits)}
      onCancel={onCancel}
    />
  );
}
