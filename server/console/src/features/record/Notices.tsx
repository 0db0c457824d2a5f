import { notifications } from '@mantine/notifications';
import { IconArrowsSplit2, IconTrash } from '@tabler/icons-react';
import type { RecordPage } from '@/api/contract';
import { useEdit } from '@/api/records';
import { paths } from '@/app/paths';
import { Button, LinkButton } from '@/components/Button';
import { SendProblem } from '@/components/Problem';
import { words } from '@/i18n';
import styles from './RecordPage.module.css';

export function ConflictNotice({ record, count }: { record: RecordPage; count: number }) {
  return (
    <div className={`${styles.notice} ${styles.conflict}`}>
      <IconArrowsSplit2 size={24} aria-hidden />
      <div>
        <h2>{words.record.conflictOf(count)}</h2>
        <p>{words.record.conflictHint}</p>
      </div>
      <LinkButton look="outline" href={paths.conflict(record.id)}>
        {words.record.resolve}
      </LinkButton>
    </div>
  );
}

export function DeletedNotice({ record, writable }: { record: RecordPage; writable: boolean }) {
  const edit = useEdit(record.id, () => notifications.show({ message: words.record.restored }));
  const restore = () => edit.mutate({ seen: record.number, fields: {}, deleted: false });
  return (
    <div className={`${styles.notice} ${styles.deleted}`}>
      <IconTrash size={24} aria-hidden />
      <div>
        <h2>{words.record.deletedNote}</h2>
        <SendProblem error={edit.error} />
      </div>
      {writable && (
        <Button onClick={restore} disabled={edit.isPending}>
          {words.record.undelete}
        </Button>
      )}
    </div>
  );
}

interface RemoveProps {
  record: RecordPage;
  title: string;
  onDone: () => void;
}

// Asked in its place on the page, not over it: what is about to go stays in sight.
export function RemoveAsk({ record, title, onDone }: RemoveProps) {
  const edit = useEdit(record.id, () => {
    notifications.show({ message: words.record.removed });
    onDone();
  });
  const remove = () => edit.mutate({ seen: record.number, fields: {}, deleted: true });
  return (
    <div className={`${styles.notice} ${styles.danger}`} role="group" aria-label={words.record.remove}>
      <IconTrash size={24} aria-hidden />
      <div>
        <h2>{words.record.removeAsk(title)}</h2>
        <p>{words.record.removeHint}</p>
        <SendProblem error={edit.error} />
      </div>
      <div className={styles.noticeActions}>
        <Button onClick={onDone} autoFocus>
          {words.record.keep}
        </Button>
        <Button look="dangerFilled" onClick={remove} disabled={edit.isPending}>
          {words.record.remove}
        </Button>
      </div>
    </div>
  );
}
