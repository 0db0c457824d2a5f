import { IconTrash } from '@tabler/icons-react';
import { Suspense, lazy, useState } from 'react';
import { Link } from 'wouter';
import type { RecordPage as Record } from '@/api/contract';
import { useRecord } from '@/api/records';
import { paths } from '@/app/paths';
import { useProgramme } from '@/app/programme';
import { useRecordType } from '@/app/types';
import { AttachedFile, attachmentType } from '@/components/AttachedFile';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Gone, isGone } from '@/components/Gone';
import { Problem } from '@/components/Problem';
import { layoutOf, tongueOf } from '@/fields/layout';
import { holdsSealed, liesOpen } from '@/fields/sealed';
import { sayTitle } from '@/fields/title';
import { HistoryCard } from '@/features/history/HistoryCard';
import { labelOf, words } from '@/i18n';
import { AnswersCard } from './AnswersCard';
import { DeleteContested, isDeleteContested } from './DeleteContested';
import { ConflictNotice, DeletedNotice, RemoveAsk } from './Notices';
import { EraseCard } from './EraseCard';
import { FieldRow } from './FieldRow';
import { ReceiptCard } from './ReceiptCard';
import { ReviewCard } from './ReviewCard';
import styles from './RecordPage.module.css';
import { StateChips } from './StateChips';

// With the cryptography that few records need.
const SealedCard = lazy(() => import('@/features/sealed/SealedCard').then((card) => ({ default: card.SealedCard })));

const SealAgainCard = lazy(() => import('@/features/sealed/SealAgainCard').then((card) => ({ default: card.SealAgainCard })));

// Who is told what anonymous answers say together, and may erase a record for good.
const managers = ['coordinator', 'admin'];

function Loaded({ record }: { record: Record }) {
  const type = useRecordType(record.type);
  const { role } = useProgramme();
  const writable = type.writers.includes(role);
  const [removing, setRemoving] = useState(false);
  const sealed = holdsSealed(type, record.fields);
  const title = sealed && record.title === '' ? words.sealed.noTitle : sayTitle(type, record.title);
  const conflicts = Object.keys(record.conflicts).length;
  return (
    <>
      <PageHead
        title={title}
        crumb={<Link href={paths.records(type.name)}>{labelOf(type.plural)}</Link>}
        chips={<StateChips record={record} />}
        actions={
          writable &&
          !record.deleted && (
            <Button icon={IconTrash} onClick={() => setRemoving(true)} disabled={removing}>
              {words.record.remove}
            </Button>
          )
        }
      />
      {removing && !record.deleted && <RemoveAsk record={record} title={title} onDone={() => setRemoving(false)} />}
      {record.deleted && <DeletedNotice record={record} writable={writable} />}
      {isDeleteContested(record) && <DeleteContested record={record} />}
      {conflicts > 0 && <ConflictNotice record={record} count={conflicts} />}
      <div className={styles.columns}>
        <div className={styles.main}>
          {sealed && (
            <Suspense fallback={<Loading status="fetching" what={words.sealed.card.toLowerCase()} />}>
              <SealedCard record={record} />
            </Suspense>
          )}
          {role === 'safeguarding' && !record.deleted && conflicts === 0 && liesOpen(type, record.fields) && (
            <Suspense fallback={null}>
              <SealAgainCard record={record} />
            </Suspense>
          )}
          <Card title={words.record.fields}>
            {record.type === attachmentType && <AttachedFile record={record} />}
            {layoutOf(type, record.fields).map(({ heading, fields }) => (
              <div key={heading?.name ?? ''} className={styles.group}>
                {heading && <h3>{labelOf(heading.label)}</h3>}
                <dl>
                  {fields.map((field) => (
                    <FieldRow key={field.name} record={record} field={field} tongue={tongueOf(type, record.fields)} writable={writable} />
                  ))}
                </dl>
              </div>
            ))}
          </Card>
          {type.answered && managers.includes(role) && <AnswersCard id={record.id} />}
        </div>
        <aside className={styles.side}>
          <ReviewCard record={record} />
          <ReceiptCard record={record} />
          <HistoryCard id={record.id} type={type} conflicts={record.conflicts} seen={writable ? record.number : undefined} />
          {managers.includes(role) && type.writers.length > 0 && <EraseCard record={record} />}
        </aside>
      </div>
    </>
  );
}

export function RecordPage({ id }: { id: string }) {
  const record = useRecord(id);
  if (record.isPending) return <Loading status={record.fetchStatus} what={words.record.fields.toLowerCase()} rows={9} />;
  if (isGone(record.error)) return <Gone />;
  if (record.data === undefined) return <Problem error={record.error} onRetry={() => void record.refetch()} />;
  return <Loaded record={record.data} />;
}
