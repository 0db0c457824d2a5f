import { Link } from 'wouter';
import { useOverview } from '@/api/records';
import { paths } from '@/app/paths';
import { useRecordTypes } from '@/app/types';
import { iconOf } from '@/components/TypeIcon';
import { labelOf, words } from '@/i18n';
import styles from './TypePicker.module.css';

export function TypePicker({ current }: { current: string }) {
  const types = useRecordTypes();
  const counts = useOverview().data?.counts;
  return (
    <nav className={styles.pills} aria-label={words.records.types}>
      {types.map((type) => {
        const Sign = iconOf(type);
        const on = type.name === current;
        return (
          <Link
            key={type.name}
            href={paths.records(type.name)}
            className={`${styles.pill} ${on ? styles.on : ''}`}
            aria-current={on ? 'page' : undefined}
          >
            <Sign size={16} aria-hidden />
            {labelOf(type.plural)}
            {counts !== undefined && <span className={styles.count}>{words.common.count(counts[type.name] ?? 0)}</span>}
          </Link>
        );
      })}
    </nav>
  );
}
