import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import type { RecordPage } from '@/api/contract';
import { useEdit } from '@/api/records';
import { Button } from '@/components/Button';
import { SendProblem } from '@/components/Problem';
import { words } from '@/i18n';
import styles from './RecordPage.module.css';

const flag = 'delete_contested';

export function isDeleteContested(record: RecordPage): boolean {
  return record.flags.includes(flag);
}

// One person deleted the record while another changed it. It stands until somebody says what holds.
export function DeleteContested({ record, onDone }: { record: RecordPage; onDone?: () => void }) {
  const edit = useEdit(record.id, onDone);
  const say = (deleted: boolean) => edit.mutate({ seen: record.number, fields: {}, deleted });
  return (
    <div className={`${styles.notice} ${styles.conflict}`} role="group" aria-label={words.flags[flag]}>
      <IconTrash size={24} aria-hidden />
      <div>
        <h2>{words.flags[flag]}</h2>
        <p>{words.record.contestedHint}</p>
        <SendProblem error={edit.error} />
      </div>
      <div className={styles.noticeActions}>
        <Button icon={IconArrowBackUp} onClick={() => say(false)} disabled={edit.isPending}>
          {words.record.keep}
        </Button>
        <Button look="danger" icon={IconTrash} onClick={() => say(true)} disabled={edit.isPending}>
          {words.record.remove}
        </Button>
      </div>
    </div>
  );
}
