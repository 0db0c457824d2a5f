import { IconArrowsSplit2, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { BoardAnswer, BoardCard, Stage } from '@/api/contract';
import { useOwnName } from '@/api/session';
import { Avatar } from '@/components/Avatar';
import { Chip } from '@/components/Chip';
import { words } from '@/i18n';
import { saidDate } from '@/i18n/dates';
import { daysSince } from '@/i18n/days_since';
import styles from './Board.module.css';
import { MoveMenu } from './MoveMenu';

// What they said; our own summary where their words are not there.
export function Said({ card }: { card: BoardCard }) {
  if (card.text === '') return <bdi>{card.summary === '' ? words.records.untitled : card.summary}</bdi>;
  return (
    <q className={styles.voice} dir="auto" lang={card.language === '' ? undefined : card.language}>
      {card.text}
    </q>
  );
}

export function sayCard({ text, summary }: BoardCard): string {
  return text || summary || words.records.untitled;
}

export function sayPeople(people: NonNullable<BoardAnswer['people']>): string {
  return typeof people === 'number' ? words.board.people(people) : words.board.fewPeople(people);
}

function lateness({ late_by: by, late_in: unit }: BoardCard): string {
  return unit === 'working_days' ? words.board.lateWorkingDays(by) : words.board.lateDays(by);
}

function Age({ card }: { card: BoardCard }) {
  if (card.late_by > 0) return <Chip tone="warning">{lateness(card)}</Chip>;
  const days = daysSince(card.received_at === '' ? null : card.received_at, Date.now());
  return days === 0 ? <Chip tone="accent">{words.board.new}</Chip> : <Chip>{words.board.days(days)}</Chip>;
}

const where = (card: BoardCard) => (card.areas.length > 0 ? card.areas.join(', ') : (card.partner?.title ?? ''));

// What the foot of a card says depends on what is next for it.
function Foot({ card, stage }: { card: BoardCard; stage: Stage }) {
  const own = useOwnName();
  const closed = card.status === 'closed';
  if (stage === 'told_back') {
    const people = card.answer?.people ?? null;
    return (
      <>
        <span>{people === null ? where(card) : sayPeople(people)}</span>
        <Chip tone="success" icon={IconCheck}>
          {card.answer?.told_via === 'poster' ? words.board.poster : words.board.told}
        </Chip>
      </>
    );
  }
  if (stage === 'acting') {
    const due = card.due === null ? '' : words.board.due(saidDate(card.due));
    return (
      <>
        {card.late_by > 0 ? <Chip tone="warning">{lateness(card)}</Chip> : <span>{closed ? words.board.closedInside : due}</span>}
        {card.assignee !== '' && (
          <span title={card.assignee}>
            <Avatar name={card.assignee} small own={card.assignee === own} />
            <span className="unseen">{card.assignee}</span>
          </span>
        )}
      </>
    );
  }
  return (
    <>
      <span>
        <bdi>{stage === 'acknowledged' && card.assignee !== '' ? card.assignee : where(card)}</bdi>
      </span>
      <Age card={card} />
    </>
  );
}

interface Props {
  card: BoardCard;
  stage: Stage;
  href: string;
  current: boolean;
  // May this person move it?
  movable: boolean;
  onMove: (to: Stage) => void;
  onDrag: (dragging: boolean) => void;
}

export function Card({ card, stage, href, current, movable, onMove, onDrag }: Props) {
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) place.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const did = card.answer?.we_did ?? '';
  const drags = movable && stage !== 'told_back';
  return (
    <li
      ref={place}
      className={`${styles.card} ${current ? styles.current : ''}`}
      data-card={card.id}
      draggable={drags}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', card.id);
        event.dataTransfer.effectAllowed = 'move';
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
    >
      <Link href={href} className={styles.link} draggable={false} aria-current={current ? 'true' : undefined}>
        <Said card={card} />
      </Link>
      {did !== '' && (
        <p className={styles.did} dir="auto">
          {stage === 'acknowledged' ? words.board.weSaid(did) : did}
        </p>
      )}
      {(card.conflict || card.answer?.conflict === true) && (
        <Chip tone="conflict" icon={IconArrowsSplit2}>
          {words.board.conflict}
        </Chip>
      )}
      <div className={styles.foot}>
        <Foot card={card} stage={stage} />
      </div>
      {movable && <MoveMenu card={card} stage={stage} onMove={onMove} />}
    </li>
  );
}
