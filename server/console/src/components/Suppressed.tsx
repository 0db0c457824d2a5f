import { words } from '@/i18n';
import styles from './Suppressed.module.css';

// Where a number would speak of too few people, or give away one that does: always as large, whatever stands behind it.
export function Suppressed({ people }: { people: '<11' | 'hidden' }) {
  const hidden = people === 'hidden';
  return <span className={`${styles.suppressed} ${hidden ? styles.hidden : ''}`}>{hidden ? words.common.hidden : people}</span>;
}
