import type { Step } from '@/api/board';
import type { Board, BoardCard, Stage } from '@/api/contract';

// How a card moves. Every move is an ordinary edit of the feedback, or of its answer; which column a card lies in is told by
// the office alone.

export const stages: Stage[] = ['heard', 'acknowledged', 'acting', 'told_back'];

const ranks = ['new', 'acknowledged', 'assigned', 'responded', 'closed'];

// Told back is the end. What was answered has been heard and more.
export function mayMove(card: BoardCard, from: Stage, to: Stage): boolean {
  if (from === to || from === 'told_back') return false;
  return to !== 'heard' || card.answer === null;
}

const statusIn = { heard: 'new', acknowledged: 'acknowledged', acting: 'assigned' } as const;

// Whoever takes on what nobody has is the one who answers.
export function stepTo(card: BoardCard, to: Exclude<Stage, 'told_back'>, own: string | undefined): Step {
  const taken = to === 'acting' && card.assignee === '' && own !== undefined;
  const fields = { status: statusIn[to], ...(taken && { assignee: own }) };
  return { record: card.id, seen: card.number, fields, back: { ...statusBefore(card), ...(taken && { assignee: null }) } };
}

const statusBefore = ({ status }: Pick<BoardCard, 'status'>) => ({ status: status === '' ? 'new' : status });

// Brings the feedback at least as far as a status; nothing where it is there already.
export function stepUpTo(card: Pick<BoardCard, 'id' | 'number' | 'status'>, status: 'responded' | 'closed'): Step[] {
  if (ranks.indexOf(card.status) >= ranks.indexOf(status)) return [];
  return [{ record: card.id, seen: card.number, fields: { status }, back: statusBefore(card) }];
}

export type Moved = ReadonlyMap<string, Stage>;

// The board as it will be once the office has taken what is on its way: cards that move lie on top of their new column.
export function withMoves(board: Board, moved: Moved): Board {
  if (moved.size === 0) return board;
  const underWay = board.columns.flatMap(({ stage, items }) =>
    items.flatMap((card) => {
      const to = moved.get(card.id);
      return to === undefined || to === stage ? [] : [{ card, from: stage, to }];
    }),
  );
  const columns = board.columns.map((column) => {
    const left = underWay.filter(({ from }) => from === column.stage);
    const come = underWay.filter(({ to }) => to === column.stage);
    const stay = column.items.filter((card) => !left.some((one) => one.card.id === card.id));
    const late = column.late - left.filter(({ card }) => card.late_by > 0).length;
    return { ...column, late, total: column.total + come.length - left.length, items: [...come.map(({ card }) => card), ...stay] };
  });
  return { ...board, columns };
}

export function findCard(board: Board, id: string): { card: BoardCard; stage: Stage } | undefined {
  for (const { stage, items } of board.columns) {
    const card = items.find((one) => one.id === id);
    if (card !== undefined) return { card, stage };
  }
  return undefined;
}
