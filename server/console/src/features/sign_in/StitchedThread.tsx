import { IconCheck } from '@tabler/icons-react';
import styles from './StitchedThread.module.css';

// The thread of a promise: sewn solid up to the bead we are on, which is always the last one here.
export function StitchedThread({ steps }: { steps: string[] }) {
  return (
    <ol className={styles.thread}>
      {steps.map((step, at) => (
        <li key={step} className={at === steps.length - 1 ? styles.now : styles.done}>
          <span className={styles.bead}>
            {at < steps.length - 1 ? <IconCheck size={14} stroke={3} aria-hidden /> : <i />}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
