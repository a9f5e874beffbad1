import type { Provider } from '../providers/contract';
import { FailureMessage } from '../ui/FailureMessage';
import type { CheckRow } from './check-rows';
import { VendorAnswer } from './RecordDetails';
import { failureOfNumber, firstToRetry } from './verdict';

/** Every vendor's whole answer on one number, in the registry's order; what is wrong with the number itself is said once, before them. */
export function VendorAnswers({
  row,
  providers,
  askedAt,
  zone,
  turns,
  onRetry,
}: {
  readonly row: CheckRow;
  readonly providers: readonly Provider[];
  /** When the check was asked last, ms UTC. */
  readonly askedAt: number;
  /** IANA zone of the times shown. */
  readonly zone: string;
  /** For each vendor, when its turn is where they stand below one another; the registry's order without it. */
  readonly turns?: readonly number[] | undefined;
  /** Asks again what could not be checked; stands with the first failure that this could mend. */
  readonly onRetry?: (() => void) | undefined;
}) {
  const retried = firstToRetry(row.verdicts);
  const failure = failureOfNumber(row.verdicts);
  return (
    <>
      {failure !== null && <FailureMessage failure={failure} />}
      {providers.map((provider, position) => {
        const verdict = row.verdicts[position];
        if (verdict === undefined || (failure !== null && verdict.kind === 'could-not-check')) return null;
        return (
          <VendorAnswer
            key={provider.id}
            provider={provider}
            verdict={verdict}
            kept={row.kept[position] === true}
            askedAt={askedAt}
            zone={zone}
            turn={turns?.[position]}
            onRetry={position === retried ? onRetry : undefined}
          />
        );
      })}
    </>
  );
}
