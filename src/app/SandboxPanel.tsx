import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { Button } from '../ui/Button';
import { countOf } from '../ui/counts';
import { LiveSlot } from '../ui/LiveSlot';
import { Message } from '../ui/Message';
import { Select } from '../ui/Select';
import { changeVendor, resetSandbox, sandboxQuery, type SandboxChange, type SandboxVendor } from './sandbox-controls';
import styles from './sandbox.module.css';

const DELAYS = [0, 50, 300, 1000, 5000];
const NONE = 'none';

/** Makes each embedded vendor misbehave by hand, to see what the product then says. */
export default function SandboxPanel() {
  const client = useQueryClient();
  const state = useQuery(sandboxQuery);
  const refresh = () => client.invalidateQueries({ queryKey: sandboxQuery.queryKey });
  const change = useMutation({
    mutationFn: (asked: { readonly vendor: string; readonly change: SandboxChange }) =>
      changeVendor(asked.vendor, asked.change),
    onSettled: refresh,
  });
  const reset = useMutation({ mutationFn: resetSandbox, onSettled: refresh });
  const error = state.error ?? change.error ?? reset.error;
  return (
    <div className={styles['panel']}>
      <LiveSlot>
        {error !== null && <Message tone="warning" title="The sandbox did not take that" detail={error.message} />}
      </LiveSlot>
      <div className={styles['vendors']}>
        {state.data?.vendors.map((vendor) => (
          <VendorControls
            key={vendor.id}
            vendor={vendor}
            faults={state.data.faults.filter(({ vendors }) => vendors.includes(vendor.id))}
            onChange={(asked) => change.mutate({ vendor: vendor.id, change: asked })}
          />
        ))}
      </div>
      <Button size="small" busy={reset.isPending} onClick={() => reset.mutate()}>
        All back to normal
      </Button>
    </div>
  );
}

interface VendorControlsProps {
  readonly vendor: SandboxVendor;
  readonly faults: readonly { readonly kind: string; readonly label: string }[];
  readonly onChange: (change: SandboxChange) => void;
}

function VendorControls({ vendor, faults, onChange }: VendorControlsProps) {
  const delays = [...new Set([...DELAYS, vendor.latencyMs])].toSorted((one, other) => one - other);
  return (
    <fieldset className={styles['vendor']}>
      <legend className={styles['name']}>
        {vendor.label} <span className={styles['count']}>{countOf(vendor.requests, 'request')} so far</span>
      </legend>
      <Select
        label="Behaviour"
        className={styles['wide']}
        value={vendor.fault?.kind ?? NONE}
        options={[
          { value: NONE, label: 'As documented' },
          ...faults.map(({ kind, label }) => ({ value: kind, label })),
        ]}
        onChange={(kind) => onChange({ fault: kind === NONE ? null : { kind } })}
      />
      <Select
        label="Delay of every answer"
        value={String(vendor.latencyMs)}
        options={delays.map((delay) => ({ value: String(delay), label: `${delay} ms` }))}
        onChange={(delay) => onChange({ latencyMs: Number(delay) })}
      />
    </fieldset>
  );
}
