import { Link } from 'wouter';
import type { ConflictRow } from '@/api/contract';
import { useConflicts } from '@/api/records';
import { paths } from '@/app/paths';
import { useRecordType } from '@/app/types';
import { iconOf } from '@/components/TypeIcon';
import { sayTitle } from '@/fields/title';
import { words } from '@/i18n';
import styles from './ConflictPage.module.css';

const shown = 4;

function Tab({ row, current }: { row: ConflictRow; current: boolean }) {
  const type = useRecordType(row.type);
  const Sign = iconOf(type);
  return (
    <Link
      href={paths.conflict(row.id)}
      className={`${styles.tab} ${current ? styles.current : ''}`}
      aria-current={current ? 'page' : undefined}
    >
      <Sign size={18} aria-hidden />
      <bdi>{sayTitle(type, row.title)}</bdi>
      {row.fields.length > 0 && <span>{words.conflicts.fields(row.fields.length)}</span>}
    </Link>
  );
}

// The conflict in hand and its neighbours, so that one can go through them without coming back to the list.
export function OpenConflicts({ current }: { current: string }) {
  const rows = useConflicts().data?.pages.flatMap((page) => page.items) ?? [];
  const at = rows.findIndex((row) => row.id === current);
  const first = Math.max(0, Math.min(at - 1, rows.length - shown));
  if (rows.length < 2) return null;
  return (
    <nav className={styles.tabs} aria-label={words.conflicts.title}>
      {rows.slice(first, first + shown).map((row) => (
        <Tab key={row.id} row={row} current={row.id === current} />
      ))}
    </nav>
  );
}
