import { IconCloudOff } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { useConnection } from '@/api/connection';
import type { Session } from '@/api/contract';
import { words } from '@/i18n';
import type { Programme } from './programme';
import { Sidebar } from './Sidebar';
import styles from './Shell.module.css';
import { TopBar } from './TopBar';

interface Props {
  session: Session;
  onProgramme: (programme: Programme) => void;
  children: ReactNode;
}

export function Shell({ session, onProgramme, children }: Props) {
  const offline = useConnection() === 'offline';
  const content = useRef<HTMLElement>(null);
  return (
    <div className={styles.shell}>
      {/* A plain link would change the address that the pages live in. */}
      <button type="button" className={styles.skip} onClick={() => content.current?.focus()}>
        {words.common.skip}
      </button>
      <Sidebar session={session} onProgramme={onProgramme} />
      <div className={`${styles.column} ${offline ? styles.cutOff : ''}`}>
        <div className={styles.top}>
          <TopBar />
          <div role="status">
            {offline && (
              <p className={styles.offline}>
                <IconCloudOff size={18} aria-hidden />
                {words.shell.offline}
              </p>
            )}
          </div>
        </div>
        <main className={styles.content} ref={content} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
