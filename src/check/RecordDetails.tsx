import type { CSSProperties } from 'react';

import { formatDateTimeWithZone, formatUtc } from '../lib/zoned-time';
import type { Provider } from '../providers/contract';
import { cx } from '../ui/cx';
import { DefinitionList } from '../ui/DefinitionList';
import { FailureMessage } from '../ui/FailureMessage';
import { NoteText } from '../ui/NoteText';
import { RecordText } from '../ui/RecordText';
import { inPanel } from '../ui/shorten';
import own from './answer.module.css';
import styles from './check.module.css';
import { furtherFields } from './further-fields';
import { searchedScope, unreadStretches, unsearchedScope } from './scope-words';
import { accountsLabel, seenRecords, type SeenRecord } from './seen-records';
import { KeptMark, VerdictWords } from './VendorCell';
import type { ProviderVerdict } from './verdict';
import { ANSWER_WORDS, SCOPE_WORDS, sentence } from './words';

/** Everything one record says: both clocks, source in words and raw, ids, and the row as the vendor sent it. */
function RecordDetails({ seen, zone }: { readonly seen: SeenRecord; readonly zone: string }) {
  const { record, accounts } = seen;
  const { optedOutAt, source } = record;
  const when = optedOutAt === null ? 'not given by the vendor' : formatDateTimeWithZone(optedOutAt, zone);
  return (
    <div className={own['record']}>
      <DefinitionList
        items={[
          ['Opted out at', when],
          ...(optedOutAt === null || zone === 'UTC' ? [] : ([['In UTC', formatUtc(optedOutAt)]] as const)),
          ['How', source.words],
          [
            'Vendor’s note',
            source.raw === null || source.raw === '' ? 'none' : <NoteText key="note" text={source.raw} />,
          ],
          ['Number at the vendor', inPanel(record.numberAsGiven)],
          ['Record id', inPanel(record.recordId)],
          ...(accounts.length === 0 ? [] : ([[accountsLabel(seen), accounts.join(', ')]] as const)),
          ...furtherFields(record).map(([label, text]) => [label, inPanel(text)] as const),
        ]}
      />
      <RecordText summary="The record as the vendor sent it" record={record.raw} />
    </div>
  );
}

/** One vendor's whole answer on one number, in words. */
export function VendorAnswer({
  provider,
  verdict,
  kept,
  askedAt,
  zone,
  turn,
  onRetry,
}: {
  readonly provider: Provider;
  readonly verdict: ProviderVerdict;
  /** The answer is older than the newest asking. */
  readonly kept: boolean;
  /** When the check was asked last, ms UTC. */
  readonly askedAt: number;
  readonly zone: string;
  /** Its turn where vendors stand below one another; where it is given, one that is still read takes no room there. */
  readonly turn: number | undefined;
  /** Asks again what could not be checked; absent where that is for another place to offer. */
  readonly onRetry?: (() => void) | undefined;
}) {
  const searched = searchedScope(verdict, askedAt);
  const unsearched = unsearchedScope(verdict, askedAt);
  const unread = unreadStretches([verdict], zone);
  return (
    <section
      className={cx(own['answer'], turn !== undefined && verdict.kind === 'waiting' && own['unheard'])}
      style={turn === undefined ? undefined : ({ '--turn': turn } as CSSProperties)}
      aria-label={provider.label}
    >
      <h3 className={own['answerHead']}>
        {provider.label}
        {/* A failure says its word itself, below. */}
        {verdict.kind !== 'could-not-check' && <VerdictWords verdict={verdict} />}
      </h3>
      {verdict.kind === 'not-configured' && <p>{SCOPE_WORDS.notSearched(provider.settings.join(' and '))}</p>}
      {verdict.kind === 'could-not-check' && <FailureMessage failure={verdict.failure} onRetry={onRetry} />}
      {verdict.kind === 'opted-out' &&
        seenRecords(verdict.records).map((seen) => (
          <RecordDetails key={`${seen.accounts[0] ?? ''} ${seen.record.recordId}`} seen={seen} zone={zone} />
        ))}
      {kept && (
        <p className={cx(styles['scope'], styles['gapNote'])}>
          <KeptMark />
          {ANSWER_WORDS.kept.meaning(formatUtc(askedAt))}
        </p>
      )}
      {verdict.kind === 'opted-out' && verdict.answers.length === 0 && (
        <p className={cx(styles['scope'], own['goesOn'])}>{ANSWER_WORDS.goesOn}</p>
      )}
      {searched !== '' && <p className={styles['scope']}>{`${sentence(SCOPE_WORDS.searched)}: ${searched}`}</p>}
      {unsearched !== '' && (
        <p className={styles['scope']}>{`${sentence(SCOPE_WORDS.notFullySearched)}: ${unsearched}`}</p>
      )}
      {unread.map((stretch) => (
        <p key={stretch} className={styles['scope']}>
          {`${sentence(SCOPE_WORDS.notRead)}: ${stretch}`}
        </p>
      ))}
    </section>
  );
}
