import { notifications } from '@mantine/notifications';
import { IconLock, IconUserPlus } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { RecordPage } from '@/api/contract';
import { useOfficerKeys } from '@/api/officer_keys';
import { useEdit } from '@/api/records';
import { fieldOf, useRecordType } from '@/app/types';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { SendProblem } from '@/components/Problem';
import { labelOf, words } from '@/i18n';
import { forgetKeys, useHeldKeys } from './held_keys';
import { lettersIn, sealedIn, type Letter, type SealedParts } from './record_sealed';
import { isFor, keyFor } from './sealed_texts';
import { Unlock, type Keys } from './Unlock';
import styles from './Sealed.module.css';

function Words({ letter, type }: { letter: Letter; type: string }) {
  const declared = useRecordType(type);
  if (letter.state !== 'open') return <p role="alert">{letter.state === 'broken' ? words.sealed.broken : words.sealed.notForYou}</p>;
  return (
    <dl className={styles.words}>
      {Object.entries(letter.opened.texts).map(([name, text]) => (
        <Fragment key={name}>
          <dt>{labelOf(fieldOf(declared, name).label)}</dt>
          <dd dir="auto">{text ?? '–'}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

// For an officer whose key is newer than what was sealed: whoever can read it lets them in.
function LetIn({ record, parts, letters, keys }: { record: RecordPage; parts: SealedParts; letters: Letter[]; keys: Keys }) {
  const edit = useEdit(record.id);
  const others = keys.filter(({ retired, own }) => !retired && !own);
  const missing = (publicKey: string) =>
    letters.filter(({ state, body }) => state === 'open' && !parts.keys.some((cell) => isFor(publicKey, body, cell)));
  const outside = others.filter(({ public_key }) => missing(public_key).length > 0);
  const letIn = ({ public_key, name }: Keys[number]) => {
    const added = missing(public_key).flatMap((letter) => (letter.state === 'open' ? [keyFor(public_key, letter.body, letter.opened.key)] : []));
    const fields = { [parts.keysField]: { add: added.map((cell) => ({ [parts.keyCell]: cell })) } };
    edit.mutate({ seen: record.number, fields }, { onSuccess: () => notifications.show({ message: words.sealed.letInDone(name) }) });
  };
  return (
    <>
      {outside.map((officer) => (
        <Button key={officer.id} icon={IconUserPlus} disabled={edit.isPending} onClick={() => letIn(officer)}>
          {words.sealed.letIn(officer.name)}
        </Button>
      ))}
      <SendProblem error={edit.error} />
    </>
  );
}

// The words that the office itself cannot read, opened in this page and nowhere else.
export function SealedCard({ record }: { record: RecordPage }) {
  const type = useRecordType(record.type);
  const held = useHeldKeys();
  const officers = useOfficerKeys();
  const parts = sealedIn(type, record.fields);
  if (parts === undefined || officers.data === undefined) return null;
  const keys = officers.data.items;
  const letters = lettersIn(record.id, parts, held);
  return (
    <Card title={words.sealed.card} aside={words.sealed.only}>
      {held.length === 0 ? (
        <Unlock keys={keys.filter(({ own }) => own)} />
      ) : (
        <div className={styles.panel}>
          {letters.map((letter) => (
            <Words key={letter.body} letter={letter} type={record.type} />
          ))}
          <div className={styles.buttons}>
            <Button icon={IconLock} onClick={forgetKeys}>
              {words.sealed.lock}
            </Button>
            <LetIn record={record} parts={parts} letters={letters} keys={keys} />
          </div>
        </div>
      )}
    </Card>
  );
}
