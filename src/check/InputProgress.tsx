import { Progress } from '../ui/Progress';

/** The list of numbers is being read: nothing has been asked yet. */
export function InputProgress({ done, total, onCancel }: { done: number; total: number; onCancel: () => void }) {
  const fraction = total === 0 ? null : done / total;
  return <Progress label="Checking" fraction={fraction} words="Reading the numbers" onCancel={onCancel} />;
}
