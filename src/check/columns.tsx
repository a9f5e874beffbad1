import { NUMBER_PROBLEM_SHORT } from '../lib/phone-problems';
import type { Provider } from '../providers/contract';
import { NumberCell } from '../table/cells';
import type { Column } from '../table/column';
import { Badge } from '../ui/Badge';
import { isUnderstood, type CheckRow } from './check-rows';
import styles from './check.module.css';
import { hasGap } from './gap';
import { LengthNote } from './LengthNote';
import { VendorCell, VerdictWords } from './VendorCell';
import { ANSWER_WORDS, NUMBER_WORDS } from './words';

/** Looked up as written, not found, and not understood. */
function isSlip({ readings, overall }: CheckRow): boolean {
  return readings.length > 0 && !isUnderstood(readings) && overall.kind === 'could-not-check';
}

/** Where the row stood in the input, and which row asked the same number first. */
function LineCell({ row: { line, sameAsLine } }: { readonly row: CheckRow }) {
  if (sameAsLine === null) return line;
  return (
    <span>
      {line}
      <span className={styles['same']}>same as line {sameAsLine}</span>
    </span>
  );
}

/** The columns of the Check table; one for each vendor of the registry. */
export function checkColumns(providers: readonly Provider[], zone: string): readonly Column<CheckRow>[] {
  return [
    {
      id: 'input',
      header: 'Input',
      sortable: true,
      width: 'medium',
      wrap: 'anywhere',
      cell: (row) => <div dir="auto">{row.input}</div>,
    },
    {
      id: 'number',
      header: 'Number',
      sortable: true,
      rowHeader: true,
      cell: (row) => <NumberCell text={row.reading?.display ?? 'no number'} />,
    },
    {
      id: 'verdict',
      header: 'Verdict',
      sortable: true,
      width: 'medium',
      cell: (row) => (
        <div className={styles['vendor']}>
          <VerdictWords verdict={row.overall} />
          <LengthNote row={row} />
          {isSlip(row) && <span className={styles['under']}>{NUMBER_WORDS.perhapsSlip}</span>}
          {row.problem !== null && <span className={styles['under']}>{NUMBER_PROBLEM_SHORT[row.problem]}</span>}
          {hasGap(row) && (
            <Badge tone="warning" icon="gap">
              {ANSWER_WORDS.gap.name}
            </Badge>
          )}
        </div>
      ),
    },
    ...providers.map(({ id, label }, position): Column<CheckRow> => ({
      id,
      header: label,
      sortable: true,
      cell: (row) => {
        const verdict = row.verdicts[position];
        return verdict === undefined ? null : (
          <VendorCell verdict={verdict} kept={row.kept[position] === true} zone={zone} />
        );
      },
    })),
    {
      id: 'line',
      header: 'Line',
      sortable: true,
      align: 'end',
      width: 'narrow',
      cell: (row) => <LineCell row={row} />,
    },
  ];
}
