import { words } from '@/i18n';
import styles from './Board.module.css';

export function KeyHints() {
  const { keys } = words.board;
  return (
    <p className={styles.hints}>
      <span>
        <kbd>J</kbd> {keys.next}
      </span>
      <span>
        <kbd>K</kbd> {keys.previous}
      </span>
      <span>
        <kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> <kbd>4</kbd> {keys.move}
      </span>
    </p>
  );
}
