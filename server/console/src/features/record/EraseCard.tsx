import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEraser } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import type { RecordPage } from '@/api/contract';
import { useErase } from '@/api/records';
import { paths } from '@/app/paths';
import { useRecordType } from '@/app/types';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { SendProblem } from '@/components/Problem';
import { words } from '@/i18n';
import styles from './RecordPage.module.css';

// There is no way back: whoever erases types what it is called.
function EraseAsk({ record, onDone }: { record: RecordPage; onDone: () => void }) {
  const type = useRecordType(record.type);
  const [, goTo] = useLocation();
  const [typed, setTyped] = useState('');
  const called = record.title === '' ? record.id : record.title;
  const erase = useErase(record.id, (erased) => {
    notifications.show({ message: words.erase.erased(erased.length) });
    goTo(paths.records(type.name));
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    erase.mutate(typed.trim());
  };
  return (
    <form onSubmit={send}>
      <p>{words.erase.hint}</p>
      <TextInput
        label={words.erase.confirm}
        description={<bdi>{called}</bdi>}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        autoFocus
        dir="auto"
      />
      <SendProblem error={erase.error} />
      <div className={styles.buttons}>
        <Button
          look="dangerFilled"
          type="submit"
          disabled={erase.isPending}
          reason={typed.trim() === called ? undefined : words.erase.confirmFirst}
        >
          {words.erase.act}
        </Button>
        <Button onClick={onDone}>{words.record.keep}</Button>
      </div>
    </form>
  );
}

export function EraseCard({ record }: { record: RecordPage }) {
  const [asking, setAsking] = useState(false);
  return (
    <Card title={words.erase.title}>
      <div className={styles.review}>
        {asking ? (
          <EraseAsk record={record} onDone={() => setAsking(false)} />
        ) : (
          <>
            <p className={styles.hint}>{words.erase.about}</p>
            <div className={styles.buttons}>
              <Button icon={IconEraser} onClick={() => setAsking(true)}>
                {words.erase.begin}
              </Button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
