import { words } from '@/i18n';
import styles from './Inbox.module.css';

export function KeyHints() {
  const { keys } = words.inbox;
  const hints: [string, string][] = [
    ['J', keys.next],
    ['K', keys.previous],
    ['A', keys.approve],
    ['I', keys.issues],
    ['X', keys.choose],
    ['U', keys.back],
  ];
  return (
    <p className={styles.hints}>
      {hints.map(([key, does]) => (
        <span key={key}>
          <kbd>{key}</kbd> {does}
        </span>
      ))}
    </p>
  );
}
