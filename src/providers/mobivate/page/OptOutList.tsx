import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useDeferredValue, useMemo } from 'react';

import type { PublicConfig } from '../../../lib/public-config';
import { ColumnChooser } from '../../../table/ColumnChooser';
import { ListFailure, ListStates } from '../../../table/ListStates';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { EmptyState } from '../../../ui/EmptyState';
import { Stack } from '../../../ui/Layout';
import { useNow } from '../../../ui/use-now';
import { useSheetWords } from '../../../ui/use-sheet-words';
import { optOutColumns } from '../columns';
import type { ViewQuery } from '../history';
import { viewQuery } from '../queries';
import type { Session } from '../session';
import { CsvProgress } from './CsvProgress';
import { FindField } from './FindField';
import { listStateOf } from './list-state';
import { NoMatchActions, noMatchWords } from './NoMatch';
import { OptOutTable } from './OptOutTable';
import styles from './page.module.css';
import { ExampleDays } from './ExampleDays';
import { rangePresets } from './range-filter';
import { RangeFilter } from './RangeFilter';
import { sheetWords } from './scope-words';
import { useCsv } from './use-csv';
import { useFilters } from './use-filters';
import { useReading } from './use-reading';

interface OptOutListProps {
  readonly session: Session;
  readonly config: PublicConfig;
  readonly zone: string;
  /** First day of the history, `YYYY-MM-DD`. */
  readonly since: string;
}

const MINUTE = 60_000;

const Histogram = lazy(() => import('./histogram/Histogram'));

/** The whole job of the page: choose days, read them whole, find, sort, leaf through, take the file away. */
export function OptOutList({ session, config, zone, since }: OptOutListProps) {
  const now = useNow(MINUTE, true);
  const filters = useFilters(zone, since);
  const { range, digits, sort } = filters;
  const reading = useReading(session, range.interval);
  const csv = useCsv();
  const columns = useMemo(() => optOutColumns(zone), [zone]);
  const { history } = session;

  const answer =
    reading === null ? null : reading.state.kind === 'answered' ? reading.state.answer : reading.state.kept;
  const hasRows = answer !== null;
  const query = useMemo<ViewQuery | null>(
    () => (range.interval === null || !hasRows ? null : { ...range.interval, digits, sort }),
    [range.interval, hasRows, digits, sort],
  );
  const { data: latest, isPlaceholderData } = useQuery(viewQuery(history, query, reading?.revision ?? -1));
  // Drawn when there is time, a bit at a time; which question it answers is in it.
  const found = useDeferredValue(latest);
  const working = isPlaceholderData || found !== latest;
  const shown = found !== undefined && found.query.from === query?.from && found.query.to === query.to ? found : null;
  // Until the rows of other digits are there, all words are of those on screen.
  const shownDigits = shown?.query.digits ?? digits;
  const fresh = shown !== null && shown.revision === reading?.revision;
  const state =
    reading === null
      ? ({ kind: 'idle' } as const)
      : listStateOf(
          reading.state,
          fresh ? { total: shown.total, matching: shown.query.digits === '' ? null : shown.view.length } : null,
          { zone, now, onScreen: shown !== null && shown.total > 0 },
        );
  // Then there is nothing to draw: what went wrong takes the place of the picture, and nothing moves.
  const nothingRead = state.kind === 'failed' && !state.kept;
  const answered = reading?.state.kind === 'answered' && fresh;
  useSheetWords(
    sheetWords({
      coverage: answer?.coverage ?? null,
      running: !answered,
      zone,
      digits: shownDigits,
      sandbox: config.sandbox,
    }),
  );

  return (
    <>
      <Card label="Filters" className="screen-only">
        <div className={styles['filters']}>
          <RangeFilter range={range} zone={zone} now={now} since={since} onChange={filters.setRange} />
          <FindField find={filters.find} onChange={filters.setFind} />
        </div>
      </Card>
      {nothingRead && (
        <div className={styles['noPicture']}>
          <ListFailure state={state} noun="opt-out" onRetry={() => reading?.retry()} />
        </div>
      )}
      {reading !== null && range.interval !== null && !nothingRead && (
        <Suspense fallback={<Card className={styles['picture']}>{null}</Card>}>
          <Histogram
            history={history}
            range={{ text: range.text, interval: range.interval }}
            zone={zone}
            digits={digits}
            reading={reading}
            rowsFirst={working}
            onNarrow={filters.setRange}
          />
        </Suspense>
      )}
      <ListStates
        state={state}
        failureElsewhere={nothingRead}
        noun="opt-out"
        progressLabel="Reading Mobivate"
        vendor="Mobivate"
        onRetry={() => reading?.retry()}
        onCancel={() => reading?.cancel()}
        idle={
          <EmptyState
            icon="calendar"
            title="Choose the days to read"
            actions={
              config.sandbox && <ExampleDays onChoose={filters.setRange} presets={rangePresets(now, zone, since)} />
            }
          >
            {IDLE}
          </EmptyState>
        }
        empty={range.interval !== null && range.interval.from > now ? TO_COME : EMPTY}
        noMatch={{
          ...noMatchWords(shownDigits, shown?.total ?? 0),
          actions: <NoMatchActions digits={shownDigits} onFind={filters.setFind} />,
        }}
        actions={
          <>
            <Button icon="retry" variant="ghost" aria-disabled={!answered} onClick={() => reading?.readAgain()}>
              Read again
            </Button>
            <ColumnChooser caption="Mobivate opt-outs" columns={columns} />
            <Button
              icon="download"
              aria-disabled={!answered || csv.state.kind === 'writing'}
              onClick={() => {
                if (query === null || answer === null) return;
                csv.download({ history, query, coverage: answer.coverage, zone, range: range.text });
              }}
            >
              Download CSV
            </Button>
          </>
        }
      >
        {shown !== null && answer !== null && (
          <Stack gap="m">
            <OptOutTable
              history={history}
              shown={shown}
              answer={answer}
              zone={zone}
              sandbox={config.sandbox}
              stale={state.kind === 'failed' || (state.kind === 'reading' && state.kept)}
              busy={working || !answered}
              filters={filters}
            />
          </Stack>
        )}
      </ListStates>
      <CsvProgress state={csv.state} onCancel={csv.cancel} />
    </>
  );
}

const IDLE = 'Write a first and a last day above, or press one of the buttons. Nothing has been asked yet.';
const EMPTY = {
  title: 'No opt-outs in this range',
  body: 'Mobivate’s list was read whole for this time, and nobody came onto it then. Choose other days to see more.',
};
const TO_COME = {
  title: 'These days have not come yet',
  body: 'Nobody can have opted out then. Choose days up to today.',
};
