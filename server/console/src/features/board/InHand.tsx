import { IconArrowLeft, IconArrowRight, IconMessage2Check } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Taken } from '@/api/board';
import type { BoardCard, Stage } from '@/api/contract';
import { useRecord } from '@/api/records';
import { paths } from '@/app/paths';
import { useProgramme } from '@/app/programme';
import { fieldsOf, useRecordType } from '@/app/types';
import { Button, LinkButton } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Gone, isGone } from '@/components/Gone';
import { Loading } from '@/components/Loading';
import { Problem } from '@/components/Problem';
import { Segmented } from '@/components/Segmented';
import { FieldRow } from '@/features/record/FieldRow';
import { words } from '@/i18n';
import { AnswerEditor } from './AnswerEditor';
import type { Begun } from './answer_draft';
import styles from './Hand.module.css';
import { Said } from './Card';
import { PosterPanel } from './PosterPanel';
import { ToldForm } from './ToldForm';

interface Props {
  id: string;
  // Nothing: it is not among the cards that are shown.
  found: { card: BoardCard; stage: Stage } | undefined;
  begun: Begun;
  back: string;
  // Somebody is about to say that they were told.
  telling: boolean;
  onTelling: (on: boolean) => void;
  onTold: (taken: Taken[]) => void;
}

const told = ['received_at', 'channel', 'giver', 'type', 'partner', 'event', 'assignee', 'due'];

// About the feedback itself; what may be changed is changed in its place.
function Facts({ id }: { id: string }) {
  const type = useRecordType('feedback');
  const { role } = useProgramme();
  const record = useRecord(id).data;
  if (record === undefined) return null;
  return (
    <details className={styles.facts}>
      <summary>{words.board.facts}</summary>
      <dl>
        {fieldsOf(type, told).map((field) => (
          <FieldRow key={field.name} record={record} field={field} tongue={undefined} writable={type.writers.includes(role)} />
        ))}
      </dl>
      <LinkButton href={paths.record(id)} look="ghost" icon={IconArrowRight}>
        {words.board.openFeedback}
      </LinkButton>
    </details>
  );
}

function Answering({ found: { card }, begun, telling, onTelling, onTold }: Props & { found: NonNullable<Props['found']> }) {
  const { role } = useProgramme();
  const writes = useRecordType('response').writers.includes(role);
  const answer = useRecord(card.answer?.id ?? '');
  if (!writes) return <p className={styles.quiet}>{words.answer.readOnly}</p>;
  if (card.answer !== null && answer.isPending) return <Loading status={answer.fetchStatus} what={words.answer.title.toLowerCase()} />;
  if (isGone(answer.error)) return <Gone />;
  if (answer.isError) return <Problem error={answer.error} onRetry={() => void answer.refetch()} />;
  const toldBack = card.answer !== null && card.answer.told_at !== '';
  if (telling && answer.data !== undefined) {
    const end = (taken: Taken[]) => {
      onTelling(false);
      onTold(taken);
    };
    return <ToldForm card={card} record={answer.data} onCancel={() => onTelling(false)} onTold={end} />;
  }
  return (
    <>
      <AnswerEditor key={answer.data?.id ?? ''} card={card} record={answer.data} begun={begun} first={telling} />
      {answer.data !== undefined && !toldBack && (
        <div className={styles.tell}>
          <Button icon={IconMessage2Check} onClick={() => onTelling(true)}>
            {words.told.title}
          </Button>
        </div>
      )}
    </>
  );
}

function Held(props: Props & { found: NonNullable<Props['found']> }) {
  const { card, stage } = props.found;
  const [chosen, setShown] = useState<'answer' | 'poster'>(stage === 'told_back' ? 'poster' : 'answer');
  const shown = props.telling ? 'answer' : chosen;
  const choices = [
    { value: 'answer' as const, label: words.answer.title },
    { value: 'poster' as const, label: words.poster.title },
  ];
  return (
    <>
      <header className={styles.handHead}>
        {shown === 'answer' && (
          <p className={styles.whole}>
            <Said card={card} />
          </p>
        )}
        <Segmented
          label={words.board.inHand}
          options={choices}
          value={shown}
          onChange={(next) => {
            props.onTelling(false);
            setShown(next);
          }}
        />
      </header>
      {shown === 'poster' ? <PosterPanel answer={card.answer?.id} /> : <Answering {...props} />}
      <Facts id={card.id} />
    </>
  );
}

// The card in hand: its answer, its poster, and what is known of it.
export function InHand(props: Props) {
  const { id, found, back } = props;
  return (
    <aside className={styles.hand} aria-label={words.board.inHand}>
      <Link href={back} className={styles.back}>
        <IconArrowLeft size={18} aria-hidden /> {words.board.close}
      </Link>
      {found !== undefined && <Held {...props} found={found} />}
      {found === undefined && id !== '' && <Facts id={id} />}
      {found === undefined && <Empty icon={IconMessage2Check} title={words.board.choose} />}
    </aside>
  );
}
