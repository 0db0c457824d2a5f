import { IconInbox } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Overview } from '@/api/contract';
import { paths } from '@/app/paths';
import { useRecordType } from '@/app/types';
import { Avatar } from '@/components/Avatar';
import { Card } from '@/components/Card';
import { Empty } from '@/components/Empty';
import { SortedBy } from '@/components/SortedBy';
import table from '@/components/table.module.css';
import { TypeIcon } from '@/components/TypeIcon';
import { sayTitle } from '@/fields/title';
import { sayDevice } from '@/fields/device';
import { labelOf, words } from '@/i18n';
import { saidAt } from '@/i18n/dates';
import { useOwnName } from '@/api/session';

function Row({ item }: { item: Overview['recent'][number] }) {
  const type = useRecordType(item.type);
  const own = useOwnName() === item.person;
  return (
    <tr className={table.rowLink}>
      <td>
        <span className={table.what}>
          <TypeIcon type={type} />
          <span>
            <Link href={paths.record(item.id)} className={table.link}>
              <bdi className={table.clip}>{sayTitle(type, item.title)}</bdi>
            </Link>
            <span className={table.quiet}>{labelOf(type.label)}</span>
          </span>
        </span>
      </td>
      <td className={table.dropSmall}>
        <span className={table.what}>
          <Avatar name={item.person} small own={own} />
          <bdi>{sayDevice(item.person)}</bdi>
        </span>
      </td>
      <td className={`${table.quiet} ${table.drop}`}>
        <bdi>{sayDevice(item.device)}</bdi>
      </td>
      <td className={`${table.quiet} ${table.when} ${table.end}`}>{saidAt(item.at)}</td>
    </tr>
  );
}

export function Recent({ recent }: { recent: Overview['recent'] }) {
  const { columns } = words.overview;
  return (
    <Card title={words.overview.recent} aside={words.overview.recentHint} grow>
      {recent.length === 0 ? (
        <Empty icon={IconInbox} title={words.overview.recentEmpty} />
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{columns.what}</th>
              <th scope="col" className={table.dropSmall}>
                {columns.who}
              </th>
              <th scope="col" className={table.drop}>
                {columns.tablet}
              </th>
              <th scope="col" className={table.end} aria-sort="descending">
                <SortedBy>{columns.when}</SortedBy>
              </th>
            </tr>
          </thead>
          <tbody>
            {recent.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
