import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconClockPause } from '@tabler/icons-react';
import { useEffect, useState, type FormEvent, type KeyboardEvent } from 'react';
import { Refused } from '@/api/client';
import type { FieldType, RecordPage, Value } from '@/api/contract';
import { useEdit } from '@/api/records';
import { Button } from '@/components/Button';
import { SendProblem } from '@/components/Problem';
import { editOf, missingCells, startOf, wayOf } from '@/fields/draft';
import { FieldInput } from '@/fields/FieldInput';
import { same, say } from '@/fields/say';
import { labelOf, words } from '@/i18n';
import styles from './RecordPage.module.css';

interface Props {
  record: RecordPage;
  field: FieldType;
  onDone: () => void;
}

// The copy that the author was shown when the editor opened is what the edit answers to: it must not follow
// what arrives meanwhile.
function useShown(record: RecordPage, field: FieldType) {
  const [shown, setShown] = useState({ number: record.number, value: record.fields[field.name] });
  const take = () => setShown({ number: record.number, value: record.fields[field.name] });
  return { shown, take, old: shown.number !== record.number };
}

// Worth a word to the author: somebody else's value, and not the one they are writing themselves.
function isNews(field: FieldType, now: Value | undefined, before: Value | undefined, draft: Value) {
  return wayOf(field, now) === 'value' && !same(now, before) && editOf(field, now, draft) !== undefined;
}

export function FieldEditor({ record, field, onDone }: Props) {
  const edit = useEdit(record.id, () => notifications.show({ message: words.record.saved(labelOf(field.label)) }));
  const { shown, take, old } = useShown(record, field);
  const [draft, setDraft] = useState<Value>(() => startOf(field, shown.value));
  const missing = field.kind === 'row' ? missingCells(field, draft) : [];
  const now = record.fields[field.name];
  // What we sent ourselves comes back over the live line before the answer does: it is no news to its author.
  const underWay = edit.isPending && !edit.isPaused;
  const moved = !underWay && isNews(field, now, shown.value, draft);
  const reload = edit.error instanceof Refused && edit.error.status === 409;

  // The office asks to look again: from here on the edit answers to what is shown now.
  useEffect(() => {
    if (reload && old) take();
  });

  const save = (event?: FormEvent) => {
    event?.preventDefault();
    const change = editOf(field, shown.value, draft);
    if (change === undefined) return onDone();
    edit.mutate({ seen: shown.number, fields: { [field.name]: change } }, { onSuccess: onDone });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };

  return (
    <form onSubmit={save} onKeyDown={keys}>
      <FieldInput field={field} before={shown.value} draft={draft} onDraft={setDraft} />
      {field.hint && <p className={styles.hint}>{labelOf(field.hint)}</p>}
      {moved && (
        <p className={styles.meanwhile} role="status">
          <IconAlertTriangle size={16} aria-hidden />
          {words.record.changedMeanwhile(say(field, now) || words.common.empty, field.rule === 'ask')}
        </p>
      )}
      {edit.isPaused && (
        <p className={styles.meanwhile} role="status">
          <IconClockPause size={16} aria-hidden />
          {words.common.sendsItself}
        </p>
      )}
      {reload ? <p className={styles.meanwhile}>{words.record.reload}</p> : <SendProblem error={edit.error} />}
      <div className={styles.buttons}>
        <Button
          look="primary"
          type="submit"
          disabled={edit.isPending}
          reason={missing.length > 0 ? words.record.fillIn(missing.map((cell) => labelOf(cell.label))) : undefined}
        >
          {words.common.save}
        </Button>
        <Button onClick={onDone}>{edit.isPaused ? words.common.close : words.common.cancel}</Button>
      </div>
    </form>
  );
}
