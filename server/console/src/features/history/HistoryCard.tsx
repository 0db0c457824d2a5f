import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecordPage, RecordType } from '@/api/contract';
import { useHistory } from '@/api/records';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Loading } from '@/components/Loading';
import { Problem } from '@/components/Problem';
import { words } from '@/i18n';
import { FieldPicker } from './FieldPicker';
import { Fork } from './Fork';
import { HistoryItem } from './HistoryItem';
import styles from './History.module.css';

interface Props {
  id: string;
  type: RecordType;
  conflicts: RecordPage['conflicts'];
  // The number of the record that is shown beside it, where its reader may undo.
  seen?: string | undefined;
}

// Who did what to a record, newest first; two versions that met stand on top until somebody picks.
export function HistoryCard({ id, type, conflicts, seen }: Props) {
  const [field, setField] = useState('');
  const history = useHistory(id, field);
  const entries = history.data?.pages.flatMap((page) => page.items) ?? [];
  const oldest = history.hasNextPage || field !== '' ? undefined : entries.at(-1);
  const undo = seen === undefined ? undefined : { record: id, seen };
  return (
    <Card title={words.history.title} aside={words.history.newestFirst}>
      <FieldPicker type={type} field={field} onPick={setField} />
      {history.isPending && <Loading status={history.fetchStatus} what={words.history.title.toLowerCase()} rows={4} />}
      {history.isError && entries.length === 0 && (
        <Problem error={history.error} onRetry={() => void history.refetch()} />
      )}
      <ol className={styles.list}>
        {field === '' && <Fork conflicts={conflicts} />}
        {entries.map((entry) => (
          <HistoryItem key={entry.dot} entry={entry} type={type} first={entry === oldest} undo={undo} />
        ))}
      </ol>
      {history.isSuccess && entries.length === 0 && <p className={styles.none}>{words.history.none}</p>}
      {history.hasNextPage && (
        <div className={styles.older}>
          <Button look="ghost" disabled={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
            {words.history.older}
          </Button>
        </div>
      )}
      <p className={styles.keeps}>
        <IconHistory size={18} aria-hidden />
        {words.history.keeps}
      </p>
    </Card>
  );
}
