import type { RecordPage } from '@/api/contract';
import { useHistory } from '@/api/records';
import { Card } from '@/components/Card';
import { sayBy } from '@/fields/device';
import { words } from '@/i18n';
import { saidAt } from '@/i18n/dates';
import styles from './RecordPage.module.css';

// What the office vouches for: it has the record, who changed it last, and by which marks whoever looks after
// the office's computer finds it.
export function ReceiptCard({ record }: { record: RecordPage }) {
  const latest = useHistory(record.id).data?.pages[0]?.items[0];
  return (
    <Card title={words.record.receipt}>
      <dl className={styles.receipt}>
        {latest !== undefined && (
          <>
            <dt>{words.record.changedBy}</dt>
            <dd>
              <bdi>{sayBy(latest.user, latest.device)}</bdi>
              <small>{saidAt(latest.at)}</small>
            </dd>
          </>
        )}
        <dt>{words.record.applied}</dt>
        <dd>{words.record.appliedHint}</dd>
      </dl>
      <details className={styles.marks}>
        <summary>{words.record.marks}</summary>
        <dl className={styles.receipt}>
          <dt>{words.record.version}</dt>
          <dd className="number" title={record.number}>
            {record.number.split(':').at(-1)}
          </dd>
          <dt>{words.record.id}</dt>
          <dd className="number fine">{record.id}</dd>
        </dl>
      </details>
    </Card>
  );
}
