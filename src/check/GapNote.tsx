import type { Provider } from '../providers/contract';
import { Badge } from '../ui/Badge';
import type { CheckRow } from './check-rows';
import styles from './check.module.css';
import { gapText } from './gap';
import { ANSWER_WORDS } from './words';

/** The Gap mark with what it means for this number; nothing where all vendors agree. */
export function GapNote({ row, providers }: { readonly row: CheckRow; readonly providers: readonly Provider[] }) {
  const text = gapText(row, providers);
  if (text === '') return null;
  return (
    <p className={styles['gapNote']}>
      <Badge tone="warning" icon="gap">
        {ANSWER_WORDS.gap.name}
      </Badge>
      {text}
    </p>
  );
}
