import { IconArrowsSplit2, IconLock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { InboxRow } from '@/api/contract';
import { useRecordType } from '@/app/types';
import { Chip } from '@/components/Chip';
import { TypeIcon } from '@/components/TypeIcon';
import { sayTitle } from '@/fields/title';
import { labelOf, words } from '@/i18n';
import { saidShort } from '@/i18n/dates';
import styles from './Inbox.module.css';

interface RowProps {
  row: InboxRow;
  current: boolean;
  chosen: boolean;
  href: string;
  onChoose: () => void;
}

function Row({ row, current, chosen, href, onChoose }: RowProps) {
  const type = useRecordType(row.type);
  const place = useRef<HTMLLIElement>(null);
  const title = row.sealed ? labelOf(type.label) : sayTitle(type, row.title);
  useEffect(() => {
    if (current) place.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li ref={place} className={`${styles.row} ${current ? styles.current : ''}`}>
      {!row.sealed && (
        <input type="checkbox" className={styles.choose} aria-label={words.inbox.choose(title)} checked={chosen} onChange={onChoose} />
      )}
      <span className={styles.sign}>
        <TypeIcon type={type} />
      </span>
      <span className={styles.what}>
        {row.sealed ? (
          <b>{title}</b>
        ) : (
          <Link href={href} className={styles.link} aria-current={current ? 'true' : undefined}>
            <bdi>{title}</bdi>
          </Link>
        )}
        <span className={styles.quiet}>
          {row.sealed ? (
            words.inbox.sealedHint
          ) : (
            <>
              {labelOf(type.label)} · <bdi>{row.person}</bdi>
            </>
          )}
        </span>
        {row.sealed && (
          <Chip tone="sensitive" icon={IconLock}>
            {words.inbox.sealed}
          </Chip>
        )}
        {row.conflict && (
          <Chip tone="conflict" icon={IconArrowsSplit2}>
            {words.record.conflict}
          </Chip>
        )}
      </span>
      <time className={styles.when} dateTime={row.at}>
        {saidShort(row.at)}
      </time>
    </li>
  );
}

interface ListProps {
  rows: InboxRow[];
  current: string | undefined;
  chosen: ReadonlySet<string>;
  hrefOf: (id: string) => string;
  onChoose: (id: string) => void;
}

export function InboxList({ rows, current, chosen, hrefOf, onChoose }: ListProps) {
  return (
    <ul className={styles.rows} aria-label={words.inbox.list}>
      {rows.map((row) => (
        <Row
          key={row.id}
          row={row}
          current={row.id === current}
          chosen={chosen.has(row.id)}
          href={hrefOf(row.id)}
          onChoose={() => onChoose(row.id)}
        />
      ))}
    </ul>
  );
}
