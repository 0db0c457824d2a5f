import { IconCheck } from '@tabler/icons-react';
import { useState, type CSSProperties } from 'react';
import { Refused } from '@/api/client';
import type { RecordPage, RecordType } from '@/api/contract';
import { useEdit, useHistory } from '@/api/records';
import { fieldsOf } from '@/app/types';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { SendProblem } from '@/components/Problem';
import { words } from '@/i18n';
import { AuthorHead } from './AuthorHead';
import { authorsOf } from './authors';
import { beforeOf } from './before';
import { editFor, standing, type Choice, type Choices } from './choices';
import styles from './Resolver.module.css';
import { ResolverRow } from './ResolverRow';
import { SettledFields } from './SettledFields';

interface Props {
  record: RecordPage;
  type: RecordType;
  onResolved: () => void;
}

function useChoices(record: RecordPage) {
  const [picked, setPicked] = useState<Choices>({});
  const pick = (field: string, choice: Choice) => setPicked((others) => ({ ...others, [field]: choice }));
  return { choices: standing(picked, record.conflicts), pick };
}

// Version beside version, one row a field, and what everyone will see at the end of the row.
export function Resolver({ record, type, onResolved }: Props) {
  const { choices, pick } = useChoices(record);
  const edit = useEdit(record.id, onResolved);
  const history = useHistory(record.id);
  const entries = history.data?.pages.flatMap((page) => page.items) ?? [];
  const complete = history.isSuccess && !history.hasNextPage;
  const authors = authorsOf(record.conflicts);
  const fields = fieldsOf(type, Object.keys(record.conflicts));
  const chosen = Object.keys(choices).length;
  const reload = edit.error instanceof Refused && edit.error.status === 409;

  const resolve = () => edit.mutate(editFor(record, choices));

  return (
    <Card grow>
      <div className={`${styles.grid} ${authors.length > 2 ? styles.several : ''}`} style={{ '--versions': authors.length } as CSSProperties} role="table">
        <div className={`${styles.row} ${styles.head}`} role="row">
          <div role="columnheader">{words.conflicts.field}</div>
          <div role="columnheader">{words.conflicts.before}</div>
          {authors.map((author) => (
            <AuthorHead key={author.key} author={author} />
          ))}
          <div role="columnheader" className={styles.result}>
            <b>{words.conflicts.result}</b>
            <small>{words.conflicts.resultHint}</small>
          </div>
        </div>
        {fields.map((field) => (
          <ResolverRow
            key={field.name}
            field={field}
            versions={record.conflicts[field.name]!}
            authors={authors}
            before={beforeOf(entries, complete, field.name, record.conflicts[field.name]!)}
            choice={choices[field.name]}
            onPick={(choice) => pick(field.name, choice)}
          />
        ))}
      </div>
      <SettledFields record={record} type={type} />
      <footer className={styles.foot}>
        <p className="muted small" role="status">
          {words.conflicts.chosen(chosen, fields.length)}
          {chosen > 0 && chosen < fields.length && ` · ${words.conflicts.chosenHint}`}
        </p>
        {edit.isPaused && <p className={styles.reload}>{words.common.sendsItself}</p>}
        {reload ? <p className={styles.reload}>{words.conflicts.changed}</p> : <SendProblem error={edit.error} />}
        <Button
          look="primary"
          size="main"
          icon={IconCheck}
          onClick={resolve}
          disabled={edit.isPending}
          reason={chosen === 0 ? words.conflicts.pickFirst : undefined}
        >
          {words.conflicts.resolve(authors.length)}
        </Button>
      </footer>
    </Card>
  );
}
