import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Empty.module.css';

interface Props {
  icon: Icon;
  title: string;
  hint?: string | undefined;
  action?: ReactNode;
}

// Says what will appear here, and offers one thing to do.
export function Empty({ icon: Sign, title, hint, action }: Props) {
  return (
    <div className={styles.empty}>
      <span className={styles.sign}>
        <Sign size={26} aria-hidden />
      </span>
      <p className={styles.title}>{title}</p>
      {hint !== undefined && <p className="muted small">{hint}</p>}
      {action}
    </div>
  );
}
