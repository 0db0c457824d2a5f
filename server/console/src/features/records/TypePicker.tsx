import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { RecordType } from '@/api/contract';
import { useOverview } from '@/api/records';
import { paths } from '@/app/paths';
import { useEverydayTypes, useRecordTypes } from '@/app/types';
import { AllTypes } from '@/components/AllTypes';
import { Card } from '@/components/Card';
import pills from '@/components/pill.module.css';
import { iconOf } from '@/components/TypeIcon';
import { labelOf, words } from '@/i18n';
import styles from './TypePicker.module.css';

function Pill({ type, on }: { type: RecordType; on: boolean }) {
  const counts = useOverview().data?.counts;
  const Sign = iconOf(type);
  return (
    <Link
      href={paths.records(type.name)}
      className={`${pills.pill} ${on ? pills.on : ''}`}
      aria-current={on ? 'page' : undefined}
    >
      <Sign size={16} aria-hidden />
      {labelOf(type.plural)}
      {counts !== undefined && <span className={pills.count}>{words.common.count(counts[type.name] ?? 0)}</span>}
    </Link>
  );
}

// The everyday types and the one in hand; all the others are behind one button.
export function TypePicker({ current }: { current: RecordType }) {
  const everyday = useEverydayTypes();
  const types = useRecordTypes();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const shown = everyday.some(({ name }) => name === current.name) ? everyday : [...everyday, current];
  const Sign = open ? IconChevronUp : IconChevronDown;
  return (
    <>
      <nav className={styles.pills} aria-label={words.records.types}>
        {shown.map((type) => (
          <Pill key={type.name} type={type} on={type.name === current.name} />
        ))}
        {types.length > shown.length && (
          <button
            type="button"
            className={pills.pill}
            aria-expanded={open}
            aria-controls={panel}
            onClick={() => setOpen(!open)}
          >
            {words.records.moreTypes}
            <span className={pills.count}>{words.common.count(types.length - shown.length)}</span>
            <Sign size={16} aria-hidden />
          </button>
        )}
      </nav>
      <div id={panel} className={styles.panel} hidden={!open}>
        {open && (
          <Card title={words.overview.allTypes}>
            <AllTypes current={current.name} />
          </Card>
        )}
      </div>
    </>
  );
}
