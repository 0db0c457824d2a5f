import { IconHistory } from '@tabler/icons-react';
import type { RecordPage, RecordType } from '@/api/contract';
import { useHistory } from '@/api/records';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Loading } from '@/components/Loading';
import { Problem } from '@/components/Problem';
import { words } from '@/i18n';
import { Fork } from './Fork';
import { HistoryItem } from './HistoryItem';
import styles from './History.module.css';

interface Props {
  id: string;
  type: RecordType;
  conflicts: RecordPage['conflicts'];
}

// Who did what to a record, newest first; two versions that met stand on top until somebody picks.
export function HistoryCard({ id, type, conflicts }: Props) {
  const history = useHistory(id);
  const entries = history.data?.pages.flatMap((page) => page.items) ?? [];
  const oldest = history.hasNextPage ? undefined : entries.at(-1);
  return (
    <Card title={words.history.title} aside={words.history.newestFirst}>
      {history.isPending && <Loading status={history.fetchStatus} what={words.history.title.toLowerCase()} rows={4} />}
      {history.isError && entries.length === 0 && (
        <Problem error={history.error} onRetry={() => void history.refetch()} />
      )}
      <ol className={styles.list}>
        <Fork conflicts={conflicts} />
        {entries.map((entry) => (
          <HistoryItem key={entry.dot} entry={entry} type={type} first={entry === oldest} />
        ))}
      </ol>
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
