import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Resolver.module.css';

interface Props {
  group: string;
  name: string;
  checked: boolean;
  onPick: () => void;
  children: ReactNode;
}

export function Option({ group, name, checked, onPick, children }: Props) {
  return (
    <label className={`${styles.option} ${checked ? styles.on : ''}`}>
      <input type="radio" name={group} aria-label={name} checked={checked} onChange={onPick} className="unseen" />
      <span className={styles.radio}>{checked && <IconCheck size={12} stroke={3.4} aria-hidden />}</span>
      <span className={styles.value}>{children}</span>
    </label>
  );
}
