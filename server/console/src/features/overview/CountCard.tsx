import { Link } from 'wouter';
import type { RecordType } from '@/api/contract';
import { paths } from '@/app/paths';
import { TypeIcon } from '@/components/TypeIcon';
import { labelOf, words } from '@/i18n';
import styles from './Overview.module.css';

export function CountCard({ type, count }: { type: RecordType; count: number }) {
  return (
    <li>
      <Link href={paths.records(type.name)} className={styles.count}>
        <TypeIcon type={type} />
        <span>
          <b className={`number ${count === 0 ? styles.none : ''}`}>{words.common.count(count)}</b>
          <small>{labelOf(count === 1 ? type.label : type.plural)}</small>
        </span>
      </Link>
    </li>
  );
}
