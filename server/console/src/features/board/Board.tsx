import { useMatches } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLock } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { HalfTaken, useBoard, useSteps, useTakeBack, type Taken } from '@/api/board';
import type { Board as Answer, BoardCard, Stage } from '@/api/contract';
import { useSession } from '@/api/session';
import { everyType, paths } from '@/app/paths';
import { useProgramme } from '@/app/programme';
import { useRecordType } from '@/app/types';
import { useKeys } from '@/components/keys';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Problem, SendProblem } from '@/components/Problem';
import { words } from '@/i18n';
import { neighbour } from '@/features/inbox/neighbours';
import styles from './Board.module.css';
import { Column } from './Column';
import { Filters } from './Filters';
import { InHand } from './InHand';
import { KeyHints } from './KeyHints';
import { findCard, mayMove, stages, stepTo, withMoves, type Moved } from './moves';
import { tellMoved } from './tell_moved';
import type { Begun } from './answer_draft';

// Of each column at first, one above the other and side by side, and more on demand; `most` is what the office tells at most.
const first = { base: 4, md: 10 };
const step = 30;
const most = 200;
// Else the office would be asked twice, first as for a narrow window.
const atOnce = { getInitialValueInEffect: false };

// Moves on their way: shown at once, and put back with the reason where the office refuses.
function useMoves() {
  const [moved, setMoved] = useState<Moved>(new Map());
  const [error, setError] = useState<unknown>(null);
  const own = useSession().data?.user.id;
  const steps = useSteps();
  const back = useTakeBack();
  const undo = (taken: Taken[]) =>
    back.mutate(taken, { onError: setError, onSuccess: () => notifications.show({ message: words.board.undone }) });
  const move = (card: BoardCard, to: Exclude<Stage, 'told_back'>) => {
    setError(null);
    setMoved((before) => new Map(before).set(card.id, to));
    steps
      .mutateAsync({ steps: [stepTo(card, to, own)] })
      .then((taken) => tellMoved(to, () => undo(taken)), setError)
      .finally(() => setMoved((before) => new Map([...before].filter(([id]) => id !== card.id))));
  };
  return { moved, error, move, undo };
}

function Sealed({ sealed }: { sealed: Answer['sealed'] }) {
  if (sealed === null || sealed.open === 0) return null;
  return (
    <p className={styles.sealed}>
      <IconLock size={18} aria-hidden />
      <span>
        {words.board.sealed(sealed.open)} {sealed.late > 0 && words.board.sealedLate(sealed.late)}
      </span>
      <Link href={paths.records('feedback')}>{words.board.sealedOpen}</Link>
    </p>
  );
}

interface Props {
  area: string;
  partner: string;
  card: string;
}

const chosen = (part: string) => (part === everyType ? '' : part);

export function Board({ area: askedArea, partner: askedPartner, card: asked }: Props) {
  const [area, partner] = [chosen(askedArea), chosen(askedPartner)];
  const [, go] = useLocation();
  const { role } = useProgramme();
  const writers = useRecordType('feedback').writers;
  const [shown, setShown] = useState<ReadonlyMap<Stage, number>>(new Map());
  const [dragged, setDragged] = useState<BoardCard>();
  const [telling, setTelling] = useState('');
  // What somebody has begun to write stays while they look at other cards.
  const begun = useRef<Begun>(new Map());
  const few = useMatches(first, atOnce);
  // Where board and card do not stand side by side, none is in hand before somebody chose it.
  const wide = useMatches({ base: false, lg: true }, atOnce);
  const shownOf = (stage: Stage) => shown.get(stage) ?? few;
  const answer = useBoard(area, partner, Math.max(...stages.map(shownOf)));
  // The card in hand may lie further down than what is shown.
  const further = asked !== '' && answer.data !== undefined && findCard(answer.data, asked) === undefined;
  const whole = useBoard(area, partner, most, further).data;
  const told = further ? (whole ?? answer.data) : answer.data;
  const moves = useMoves();
  const board = told && withMoves(told, moves.moved);
  const movable = writers.includes(role);
  const hrefOf = (id: string) => paths.boardAt(area, partner, id);
  const ids = board?.columns.flatMap(({ stage, items }) => items.slice(0, shownOf(stage)).map(({ id }) => id)) ?? [];
  const standing = wide ? (board?.columns.at(-1)?.items[0]?.id ?? ids[0]) : undefined;
  const current = asked === '' ? standing : asked;
  const inHand = board && current !== undefined ? findCard(board, current) : undefined;
  const show = (next: string | undefined) => next !== undefined && go(hrefOf(next), { replace: true });

  const move = (card: BoardCard, to: Stage) => {
    const from = board && findCard(board, card.id)?.stage;
    if (from === undefined || !mayMove(card, from, to)) return;
    if (to !== 'told_back') return moves.move(card, to);
    setTelling(card.id);
    show(card.id);
  };
  const toColumn = (at: number) => () => movable && inHand && move(inHand.card, stages[at]!);
  useKeys({
    j: () => show(neighbour(ids, current, 1)),
    k: () => show(neighbour(ids, current, -1)),
    ...Object.fromEntries(stages.map((_, at) => [String(at + 1), toColumn(at)])),
  });
  const half = moves.error instanceof HalfTaken ? moves.error.refusal : moves.error;

  return (
    <>
      <PageHead
        title={words.board.title}
        subtitle={board === undefined ? '\u00a0' : words.board.subtitle(board.said, board.days)}
        announced
        actions={<Filters area={area} partner={partner} onChoose={(nextArea, nextPartner) => go(paths.boardAt(nextArea, nextPartner))} />}
      />
      {board && <Sealed sealed={board.sealed} />}
      <SendProblem error={half} />
      {answer.isPending && <Loading status={answer.fetchStatus} what={words.board.title.toLowerCase()} rows={9} />}
      {answer.isError && <Problem error={answer.error} onRetry={() => void answer.refetch()} />}
      {board && (
        <div className={`${styles.board} ${asked === '' ? '' : styles.withOne}`}>
          <div className={styles.columns}>
            {board.columns.map((column) => (
              <Column
                key={column.stage}
                column={column}
                shown={shownOf(column.stage)}
                most={most}
                current={current}
                movable={movable}
                takes={dragged !== undefined && mayMove(dragged, findCard(board, dragged.id)?.stage ?? column.stage, column.stage)}
                hrefOf={hrefOf}
                onMove={move}
                onDrag={setDragged}
                onDrop={() => dragged && move(dragged, column.stage)}
                onMore={() => setShown((before) => new Map(before).set(column.stage, Math.min(most, shownOf(column.stage) + step)))}
              />
            ))}
          </div>
          <InHand
            key={current ?? ''}
            id={current ?? ''}
            found={inHand}
            begun={begun.current}
            back={paths.boardAt(area, partner)}
            telling={telling !== '' && telling === current}
            onTelling={(on) => setTelling(on && current !== undefined ? current : '')}
            onTold={(taken) => tellMoved('told_back', () => moves.undo(taken))}
          />
        </div>
      )}
      {movable && <KeyHints />}
    </>
  );
}
