import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Board, BoardCard, Stage } from '@/api/contract';
import { paths } from '@/app/paths';
import { Button } from '@/components/Button';
import { words } from '@/i18n';
import styles from './Board.module.css';
import { Card } from './Card';

interface Props {
  column: Board['columns'][number];
  shown: number;
  // The most that the office tells of one column.
  most: number;
  current: string | undefined;
  movable: boolean;
  // A card that is dragged and may come here.
  takes: boolean;
  hrefOf: (id: string) => string;
  onMove: (card: BoardCard, to: Stage) => void;
  onDrag: (card: BoardCard | undefined) => void;
  onDrop: () => void;
  onMore: () => void;
}

export function Column(props: Props) {
  const { column, shown, most, current, movable, takes, hrefOf, onMove, onDrag, onDrop, onMore } = props;
  const { stage, total, late, items } = column;
  const [over, setOver] = useState(false);
  const cards = items.slice(0, shown);
  const rest = total - cards.length;
  const title = words.board.stages[stage];
  return (
    <section
      className={`${styles.column} ${takes ? styles.takes : ''} ${takes && over ? styles.over : ''}`}
      aria-label={title}
      data-stage={stage}
      onDragOver={(event) => {
        if (takes) event.preventDefault();
      }}
      onDragEnter={() => setOver(true)}
      onDragLeave={(event) => setOver(event.currentTarget.contains(event.relatedTarget as Node | null))}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
    >
      <h2 className={styles.columnHead}>
        <span className={`${styles.bead} ${stage === 'told_back' ? styles.done : ''}`} aria-hidden>
          {stage === 'told_back' && <IconCheck size={14} stroke={3} />}
        </span>
        {title} <span className={styles.total}>{words.common.count(total)}</span>
        <span className={styles.thread} aria-hidden />
      </h2>
      <p className={styles.late}>{late > 0 && words.board.late(late)}</p>
      {cards.length === 0 && <p className={styles.nothing}>{words.board.empty[stage]}</p>}
      <ul className={styles.cards} aria-label={title}>
        {cards.map((card) => (
          <Card
            key={card.id}
            card={card}
            stage={stage}
            href={hrefOf(card.id)}
            current={card.id === current}
            movable={movable}
            onMove={(to) => onMove(card, to)}
            onDrag={(dragging) => onDrag(dragging ? card : undefined)}
          />
        ))}
      </ul>
      {rest > 0 && shown < most && (
        <div className={styles.more}>
          <Button onClick={onMore}>{words.board.more(rest)}</Button>
        </div>
      )}
      {rest > 0 && shown >= most && (
        <p className={styles.nothing}>
          {words.board.more(rest)}. <Link href={paths.records('feedback')}>{words.board.restElsewhere}</Link>
        </p>
      )}
    </section>
  );
}
