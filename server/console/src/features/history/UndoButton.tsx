import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useUndo } from '@/api/records';
import { Button } from '@/components/Button';
import { SendProblem } from '@/components/Problem';
import { words } from '@/i18n';
import styles from './History.module.css';

interface Props {
  record: string;
  // The record's number on this page: what its reader was shown.
  seen: string;
  change: string;
  // The field as the history names it, and as people do.
  field: string;
  label: string;
  // Where it stands beside others, the button says which field.
  named: boolean;
}

// Takes back what one change did to one field. It is a change itself, and can be undone.
export function UndoButton({ record, seen, change, field, label, named }: Props) {
  const undo = useUndo(record, () => notifications.show({ message: words.history.undone(label) }));
  return (
    <div className={styles.undo}>
      <Button
        look="ghost"
        icon={IconArrowBackUp}
        aria-label={words.history.undoOf(label)}
        disabled={undo.isPending}
        onClick={() => undo.mutate({ seen, change, field })}
      >
        {named ? words.history.undoOf(label) : words.history.undo}
      </Button>
      <SendProblem error={undo.error} />
    </div>
  );
}
