import { useEffect, useRef, type ReactNode } from 'react';
import { words } from '@/i18n';
import styles from './PageHead.module.css';

interface Props {
  title: string;
  crumb?: ReactNode;
  subtitle?: ReactNode;
  // The subtitle says what a search found: told to screen readers whenever it changes.
  announced?: boolean;
  chips?: ReactNode;
  actions?: ReactNode;
}

// Names the page for the eye, the window's title and the screen reader that has just arrived.
export function PageHead({ title, crumb, subtitle, announced = false, chips, actions }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever is typing (a search that opens this page) keeps the cursor.
    if (!(document.activeElement instanceof HTMLInputElement)) heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${title} · ${words.app}`;
  }, [title]);
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        {crumb !== undefined && <div className={styles.crumb}>{crumb}</div>}
        <div className={styles.line}>
          <h1 ref={heading} tabIndex={-1}>
            <bdi>{title}</bdi>
          </h1>
          {chips}
        </div>
        {(subtitle !== undefined || announced) && (
          <p className={styles.subtitle} role={announced ? 'status' : undefined}>
            {subtitle}
          </p>
        )}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
