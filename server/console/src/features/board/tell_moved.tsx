import { notifications } from '@mantine/notifications';
import type { Stage } from '@/api/contract';
import { Button } from '@/components/Button';
import { words } from '@/i18n';
import styles from './Board.module.css';

// Only the last move is offered to be taken back: others would wait for their turn to be shown until nobody knows which they were.
let last: string | undefined;

// Says where a card went, and takes it back for whoever did not mean it.
export function tellMoved(to: Stage, onUndo: () => void): void {
  if (last !== undefined) notifications.hide(last);
  const id = notifications.show({
    message: (
      <span className={styles.toast}>
        {words.board.moved(words.board.stages[to])}
        <Button
          look="ghost"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {words.board.undo}
        </Button>
      </span>
    ),
  });
  last = id;
}
