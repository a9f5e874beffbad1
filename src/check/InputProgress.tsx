import { Progress } from '../ui/Progress';
import said from './Said.module.css';

/**
 * The list of numbers is being read: nothing has been asked yet. Its Cancel is not seen until that takes a while, because the
 * progress of the check, with a Cancel of its own, takes its place.
 */
export function InputProgress({ done, total, onCancel }: { done: number; total: number; onCancel: () => void }) {
  const fraction = total === 0 ? null : done / total;
  return (
    <div className={said['soon']}>
      <Progress label="Checking" fraction={fraction} words="Reading the numbers" onCancel={onCancel} />
    </div>
  );
}
