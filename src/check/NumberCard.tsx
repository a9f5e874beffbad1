import type { Provider } from '../providers/contract';
import { Card } from '../ui/Card';
import type { CheckRow } from './check-rows';
import styles from './check.module.css';
import { GapNote } from './GapNote';
import { ReadAs } from './RowDetails';
import { VendorAnswer } from './RecordDetails';
import { VerdictWords } from './VendorCell';
import { ANSWER_WORDS } from './words';

/** One number's answer, large and in plain words, before any table. */
export function NumberCard({
  row,
  providers,
  askedAt,
  zone,
}: {
  readonly row: CheckRow;
  readonly providers: readonly Provider[];
  /** When the check was asked last, ms UTC. */
  readonly askedAt: number;
  readonly zone: string;
}) {
  return (
    <Card label="Answer">
      <div className={styles['headline']}>
        <h2 className={styles['number']}>{row.reading?.display ?? row.input}</h2>
        <VerdictWords verdict={row.overall} size="large" />
      </div>
      <ReadAs row={row} />
      <GapNote row={row} providers={providers} />
      {row.readings.length > 0 && (
        <div className={styles['answers']}>
          {providers.map((provider, position) => {
            const verdict = row.verdicts[position];
            return verdict === undefined ? null : (
              <VendorAnswer
                key={provider.id}
                provider={provider}
                verdict={verdict}
                kept={row.kept[position] === true}
                askedAt={askedAt}
                zone={zone}
              />
            );
          })}
        </div>
      )}
      {row.overall.kind === 'not-found' && <p className={styles['promise']}>{ANSWER_WORDS.promise}</p>}
    </Card>
  );
}
