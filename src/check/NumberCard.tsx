import type { Provider } from '../providers/contract';
import { Card } from '../ui/Card';
import { cx } from '../ui/cx';
import type { CheckRow } from './check-rows';
import styles from './check.module.css';
import { GapNote } from './GapNote';
import { ReadAs } from './RowDetails';
import { VendorAnswers } from './VendorAnswers';
import { VerdictWords } from './VendorCell';
import { ANSWER_WORDS } from './words';

/** One number's answer, large and in plain words, before any table. */
export function NumberCard({
  row,
  providers,
  askedAt,
  zone,
  onRetry,
}: {
  readonly row: CheckRow;
  readonly providers: readonly Provider[];
  /** When the check was asked last, ms UTC. */
  readonly askedAt: number;
  readonly zone: string;
  readonly onRetry: (() => void) | undefined;
}) {
  return (
    <Card label="Answer">
      {/* One heading, so that whoever goes by headings hears the answer with the number. */}
      <h2 className={styles['headline']}>
        <span className={styles['number']}>{row.reading?.display ?? row.input}</span>{' '}
        <VerdictWords verdict={row.overall} size="large" />
      </h2>
      <ReadAs row={row} />
      <GapNote row={row} providers={providers} />
      {row.readings.length > 0 && (
        <div className={styles['answers']}>
          <VendorAnswers row={row} providers={providers} askedAt={askedAt} zone={zone} onRetry={onRetry} />
        </div>
      )}
      {row.overall.kind === 'not-found' && (
        <p className={cx(styles['promise'], 'screen-only')}>{ANSWER_WORDS.promise}</p>
      )}
    </Card>
  );
}
