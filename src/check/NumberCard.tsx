import type { ReactNode } from 'react';

import { Card } from '../ui/Card';
import styles from './answer.module.css';
import type { CheckRow } from './check-rows';
import { ReadAs } from './RowDetails';
import type { Check } from './run-check';
import { VendorAnswers } from './VendorAnswers';
import { VerdictWords } from './VendorCell';

/**
 * One number's answer, large and in plain words, before any table. It grows while vendors answer, and nothing in it moves for that:
 * what is said of the check as a whole has its room above them, and on a phone they stand in the order in which they were heard.
 */
export function NumberCard({
  row,
  check,
  zone,
  said,
  onRetry,
}: {
  readonly row: CheckRow;
  readonly check: Check;
  readonly zone: string;
  /** Where the check stands. */
  readonly said: ReactNode;
  readonly onRetry: (() => void) | undefined;
}) {
  const { providers, askedAt, turns } = check;
  return (
    <Card label="Answer">
      {/* One heading, so that whoever goes by headings hears the answer with the number. */}
      <h2 className={styles['headline']}>
        <span className={styles['number']}>{row.reading?.display ?? row.input}</span>{' '}
        <VerdictWords verdict={row.overall} size="large" />
      </h2>
      <ReadAs row={row} />
      {said}
      {row.readings.length > 0 && (
        <div className={styles['answers']}>
          <VendorAnswers
            row={row}
            providers={providers}
            askedAt={askedAt}
            zone={zone}
            turns={turns}
            onRetry={onRetry}
          />
        </div>
      )}
    </Card>
  );
}
