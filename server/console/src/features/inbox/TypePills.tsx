import { Link } from 'wouter';
import { useRecordType } from '@/app/types';
import pills from '@/components/pill.module.css';
import { labelOf, words } from '@/i18n';
import styles from './Inbox.module.css';

interface Pill {
  type: string;
  waiting: number;
}

function Pill({ href, label, count, on }: { href: string; label: string; count: number; on: boolean }) {
  return (
    <Link href={href} className={`${pills.pill} ${on ? pills.on : ''}`} aria-current={on ? 'page' : undefined}>
      {label} <span className={pills.count}>{words.common.count(count)}</span>
    </Link>
  );
}

function TypePill({ pill, href, on }: { pill: Pill; href: string; on: boolean }) {
  return <Pill href={href} label={labelOf(useRecordType(pill.type).plural)} count={pill.waiting} on={on} />;
}

// What waits, by its type, the most first.
export function TypePills({ waiting, current, hrefOf }: { waiting: Pill[]; current: string; hrefOf: (type: string) => string }) {
  const all = waiting.reduce((sum, pill) => sum + pill.waiting, 0);
  const sorted = [...waiting].sort((a, b) => b.waiting - a.waiting);
  return (
    <nav className={styles.pills} aria-label={words.records.types}>
      <Pill href={hrefOf('')} label={words.inbox.all} count={all} on={current === ''} />
      {sorted.map((pill) => (
        <TypePill key={pill.type} pill={pill} href={hrefOf(pill.type)} on={current === pill.type} />
      ))}
    </nav>
  );
}
