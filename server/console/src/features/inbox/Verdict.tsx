import { Textarea } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useState, type FormEvent, type KeyboardEvent, type Ref } from 'react';
import type { NewReview, RecordPage } from '@/api/contract';
import { Button } from '@/components/Button';
import { useKeys } from '@/components/keys';
import pills from '@/components/pill.module.css';
import { words } from '@/i18n';
import { commentOf } from './comment';
import styles from './Inbox.module.css';

const longestComment = 2000;
const kinds = ['numbers', 'double', 'event', 'date', 'private'] as const;
type Kind = (typeof kinds)[number];

interface Props {
  record: RecordPage;
  // Who brought it, as the inbox says; nobody where it has been read already.
  person: string;
  comment: Ref<HTMLTextAreaElement>;
  onSay: (body: NewReview) => void;
}

function KindPill({ kind, on, onToggle }: { kind: Kind; on: boolean; onToggle: () => void }) {
  return (
    <button type="button" className={`${pills.pill} ${on ? pills.on : ''}`} aria-pressed={on} onClick={onToggle}>
      {words.inbox.kinds[kind]}
    </button>
  );
}

// What looks right is what is on the page now. A comment is on what stood there when its writer came; what arrives
// meanwhile takes no word of it away, and waits to be read.
export function Verdict({ record, person, comment, onSay }: Props) {
  const [seen, setSeen] = useState(record.number);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<Kind>>(new Set());
  const toggle = (kind: Kind) => setChosen((before) => new Set(before.has(kind) ? [...before].filter((one) => one !== kind) : [...before, kind]));
  const said = commentOf(
    kinds.filter((kind) => chosen.has(kind)).map((kind) => words.inbox.kinds[kind]),
    text,
  );
  const send = () => {
    if (said === '') return;
    onSay({ seen, outcome: 'has_issues', comment: said });
    setSeen(record.number);
    setText('');
    setChosen(new Set());
  };
  const rightAlready = record.review?.current === true && record.review.outcome === 'looks_right';
  const approve = () => {
    if (!rightAlready) onSay({ seen: record.number, outcome: 'looks_right' });
  };
  useKeys({ a: approve });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  const read = record.review?.current === true;
  return (
    <div className={styles.verdict}>
      {read && <p className={styles.quiet}>{words.inbox.done}</p>}
      {!rightAlready && (
        <div className={styles.approve}>
          <Button look="primary" size="main" icon={IconCheck} onClick={approve}>
            {words.inbox.approve} <kbd aria-hidden>A</kbd>
          </Button>
        </div>
      )}
      <form className={styles.issues} onSubmit={submit}>
        <h3>
          <IconArrowBackUp size={18} aria-hidden /> {words.inbox.issues} <kbd aria-hidden>I</kbd>
        </h3>
        <div className={styles.kinds}>
          {kinds.map((kind) => (
            <KindPill key={kind} kind={kind} on={chosen.has(kind)} onToggle={() => toggle(kind)} />
          ))}
        </div>
        <Textarea
          ref={comment}
          label={words.inbox.what}
          description={words.inbox.whoReads(person === '' ? words.inbox.author : person)}
          inputWrapperOrder={['label', 'input', 'description']}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={press}
          maxLength={longestComment}
          autosize
          minRows={3}
          maxRows={8}
          dir="auto"
        />
        <Button type="submit" look="tonal" icon={IconArrowBackUp} reason={said === '' ? words.review.commentFirst : undefined}>
          {words.inbox.sendBack(person)}
        </Button>
      </form>
    </div>
  );
}
