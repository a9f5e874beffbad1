import { REASON_WORDS } from '../lib/words';
import { formatDateTimeWithZone, formatUtc } from '../lib/zoned-time';
import { TimeCell } from '../table/cells';
import { Badge } from '../ui/Badge';
import { Verdict } from '../ui/Verdict';
import styles from './check.module.css';
import { searchedScope } from './scope-words';
import { seenRecords } from './seen-records';
import own from './VendorCell.module.css';
import { verdictKind, verdictReason, type OverallVerdict, type ProviderVerdict } from './verdict';
import { ANSWER_WORDS } from './words';

/** The verdict word with its reason, as every cell, card and panel shows it. */
export function VerdictWords({
  verdict,
  size = 'small',
}: {
  readonly verdict: ProviderVerdict | OverallVerdict;
  readonly size?: 'small' | 'large';
}) {
  const reason = verdictReason(verdict);
  return (
    <Verdict
      kind={verdictKind(verdict)}
      size={size}
      {...(reason === null ? {} : { reason: REASON_WORDS[reason].short })}
    />
  );
}

/** The mark of an answer that is older than the newest asking. */
export function KeptMark() {
  return <Badge icon="clock">{ANSWER_WORDS.kept.name}</Badge>;
}

/** One vendor's verdict on one number: the word, then since when and how, what was searched, or what went wrong. */
export function VendorCell({
  verdict,
  kept,
  zone,
}: {
  readonly verdict: ProviderVerdict;
  /** The answer is older than the newest asking. */
  readonly kept: boolean;
  readonly zone: string;
}) {
  return (
    <div className={styles['vendor']}>
      <VerdictWords verdict={verdict} />
      <Under verdict={verdict} zone={zone} />
      {kept && <KeptMark />}
    </div>
  );
}

function Under({ verdict, zone }: { readonly verdict: ProviderVerdict; readonly zone: string }) {
  switch (verdict.kind) {
    case 'opted-out':
      return (
        <span className={styles['under']}>
          <Since verdict={verdict} zone={zone} />
        </span>
      );
    case 'not-found':
      return <span className={styles['under']}>{searchedScope(verdict)}</span>;
    case 'could-not-check':
      // These two words say it all.
      if (verdict.failure.reason === 'not-a-phone-number' || verdict.failure.reason === 'cancelled') return null;
      return <span className={styles['under']}>{verdict.failure.message}</span>;
    case 'waiting':
      return <span className={own['place']} />;
    case 'not-configured':
      return null;
  }
}

function Since({ verdict, zone }: { verdict: Extract<ProviderVerdict, { kind: 'opted-out' }>; zone: string }) {
  const [{ optedOutAt, source }] = verdict.records;
  const others = seenRecords(verdict.records).length - 1;
  return (
    <>
      {optedOutAt === null ? (
        'time not given'
      ) : (
        <TimeCell instant={optedOutAt} text={formatDateTimeWithZone(optedOutAt, zone)} utc={formatUtc(optedOutAt)} />
      )}
      {`, ${source.words}`}
      {others > 0 && `, and ${others} more`}
    </>
  );
}
