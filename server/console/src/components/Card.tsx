import type { ReactNode } from 'react';
import styles from './Card.module.css';

interface Props {
  title?: string;
  // Beside the title, quieter: a count or a few words.
  aside?: ReactNode;
  // At the end of the title's row.
  action?: ReactNode;
  grow?: boolean;
  children: ReactNode;
}

export function Card({ title, aside, action, grow = false, children }: Props) {
  return (
    <section className={`${styles.card} ${grow ? styles.grow : ''}`} aria-label={title}>
      {title !== undefined && (
        <header className={styles.head}>
          <h2>{title}</h2>
          {aside !== undefined && <span className={styles.aside}>{aside}</span>}
          {action !== undefined && <span className={styles.action}>{action}</span>}
        </header>
      )}
      {children}
    </section>
  );
}
