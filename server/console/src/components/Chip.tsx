import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Chip.module.css';

export type Tone = 'plain' | 'primary' | 'accent' | 'success' | 'warning' | 'danger' | 'info' | 'conflict' | 'sensitive';

export function Chip({ tone = 'plain', icon: Sign, children }: { tone?: Tone; icon?: Icon; children: ReactNode }) {
  return (
    <span className={`${styles.chip} ${styles[tone]}`}>
      {Sign && <Sign size={16} aria-hidden />}
      {children}
    </span>
  );
}
