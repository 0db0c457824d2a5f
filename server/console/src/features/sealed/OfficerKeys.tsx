import { IconKey } from '@tabler/icons-react';
import { useOfficerKeys } from '@/api/officer_keys';
import { useProgramme } from '@/app/programme';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Problem } from '@/components/Problem';
import table from '@/components/table.module.css';
import { words } from '@/i18n';
import { saidAt } from '@/i18n/dates';
import { OtherOfficers } from './OtherOfficers';
import { OwnKey } from './OwnKey';
import styles from './Sealed.module.css';

type Keys = NonNullable<ReturnType<typeof useOfficerKeys>['data']>;

function State({ officers, needed }: Keys) {
  const on = officers >= needed;
  return (
    <div className={`${styles.state} ${on ? '' : styles.off}`} role="status">
      <h2>{on ? words.sealed.on(officers) : words.sealed.off}</h2>
      <p>{on ? words.sealed.onHint : words.sealed.offHint(needed)}</p>
    </div>
  );
}

function KeyTable({ items }: Keys) {
  return (
    <table className={table.table} aria-label={words.sealed.title}>
      <thead>
        <tr>
          <th scope="col">{words.sealed.whose}</th>
          <th scope="col">{words.sealed.made}</th>
          <th scope="col">{words.sealed.state}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((key) => (
          <tr key={key.id}>
            <td>
              <bdi>{key.name}</bdi>
              {key.own && ` (${words.sealed.you})`}
            </td>
            <td className={table.quiet}>{saidAt(key.made_at)}</td>
            <td>
              <Chip tone={key.retired ? 'plain' : 'sensitive'}>{key.retired ? words.sealed.retired : words.sealed.used}</Chip>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// Who can read what is sealed; and for an officer the place where their own key is made.
export function OfficerKeys() {
  const { role } = useProgramme();
  const keys = useOfficerKeys();
  return (
    <>
      <PageHead title={words.sealed.title} subtitle={words.sealed.subtitle} />
      {keys.isPending && <Loading status={keys.fetchStatus} what={words.sealed.title.toLowerCase()} />}
      {keys.isError && <Problem error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.data !== undefined && (
        <div className={styles.columns}>
          <div className={styles.main}>
            <State {...keys.data} />
            <Card>{keys.data.items.length === 0 ? <Empty icon={IconKey} title={words.sealed.none} /> : <KeyTable {...keys.data} />}</Card>
          </div>
          {role === 'safeguarding' && (
            <div className={styles.main}>
              <OwnKey key={keys.data.items.length} keys={keys.data.items.filter(({ own }) => own)} />
              <OtherOfficers keys={keys.data.items} />
            </div>
          )}
        </div>
      )}
    </>
  );
}
