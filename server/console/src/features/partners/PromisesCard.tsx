import { useMatches } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Partner } from '@/api/contract';
import { paths } from '@/app/paths';
import { Card } from '@/components/Card';
import { Chip, type Tone } from '@/components/Chip';
import { Segmented } from '@/components/Segmented';
import table from '@/components/table.module.css';
import { words } from '@/i18n';
import { saidDate } from '@/i18n/dates';
import styles from './Dossier.module.css';
import { PromiseTimeline } from './PromiseTimeline';
import type { Promise } from './timeline';

const tones: Record<Promise['state'], Tone> = {
  kept: 'success',
  kept_late: 'warning',
  open: 'plain',
  overdue: 'warning',
  broken: 'danger',
  released: 'plain',
};

function Line({ promise }: { promise: Promise }) {
  const said = words.dossier;
  const how = promise.late_days > 0 ? said.daysLate(promise.late_days) : promise.told ? said.toldBack : '';
  return (
    <tr className={table.rowLink}>
      <td>
        <Link href={paths.record(promise.id)} className={table.link}>
          <bdi>{promise.text === '' ? words.records.untitled : promise.text}</bdi>
        </Link>
      </td>
      <td className={table.dropSmall}>{promise.side === 'us' ? said.ours : said.theirs}</td>
      <td className={table.nowrap}>{saidDate(promise.due)}</td>
      <td>
        <Chip tone={tones[promise.state]}>{said.state[promise.state]}</Chip> <span className={table.quiet}>{how}</span>
      </td>
    </tr>
  );
}

export function PromiseTable({ items }: { items: Promise[] }) {
  const said = words.dossier;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={said.promises}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{said.promise}</th>
            <th scope="col" className={table.dropSmall}>
              {said.whose}
            </th>
            <th scope="col">{said.due}</th>
            <th scope="col">{said.how}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((promise) => (
            <Line key={promise.id} promise={promise} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function sayCounts({ ours }: NonNullable<Partner['promises']>): string[] {
  const said = words.dossier;
  const also = [
    ours.overdue > 0 ? said.overdue(ours.overdue) : '',
    ours.broken > 0 ? said.broken(ours.broken) : '',
    ours.released > 0 ? said.released(ours.released) : '',
  ];
  return [said.kept(ours.kept), said.keptLate(ours.kept_late), said.openPromises(ours.open), ...also].filter((part) => part !== '');
}

// As a picture where there is room for its words, and as a table everywhere.
export function PromisesCard({ promises }: { promises: NonNullable<Partner['promises']> }) {
  const wide = useMatches({ base: false, md: true }, { getInitialValueInEffect: false });
  const [asTable, setAsTable] = useState(false);
  const said = words.dossier;
  const choices = [
    { value: 'chart', label: said.chart },
    { value: 'table', label: said.table },
  ];
  const shown = asTable || !wide ? 'table' : 'chart';
  return (
    <Card
      title={said.promises}
      aside={sayCounts(promises).join(', ')}
      action={
        wide &&
        promises.items.length > 0 && (
          <Segmented label={said.show} options={choices} value={shown} onChange={(value) => setAsTable(value === 'table')} />
        )
      }
    >
      {promises.items.length === 0 && <p className={styles.nothing}>{said.noPromises}</p>}
      {promises.items.length > 0 && shown === 'chart' && (
        <div className={styles.chart}>
          <PromiseTimeline promises={promises} />
        </div>
      )}
      {promises.items.length > 0 && shown === 'table' && <PromiseTable items={promises.items.toReversed()} />}
    </Card>
  );
}
