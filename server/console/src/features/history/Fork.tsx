import { IconArrowsSplit2 } from '@tabler/icons-react';
import type { RecordPage } from '@/api/contract';
import { useOwnName } from '@/api/session';
import { Avatar } from '@/components/Avatar';
import { authorsOf } from '@/features/conflicts/authors';
import { sayDevice } from '@/fields/device';
import { words } from '@/i18n';
import { saidAt } from '@/i18n/dates';
import styles from './History.module.css';

export function Fork({ conflicts }: { conflicts: RecordPage['conflicts'] }) {
  const own = useOwnName();
  const authors = authorsOf(conflicts);
  if (authors.length === 0) return null;
  return (
    <li>
      <span className={`${styles.bead} ${styles.met}`}>
        <IconArrowsSplit2 size={15} stroke={2.4} aria-hidden />
      </span>
      <div>
        <h3>{words.history.twoVersions}</h3>
        <ul className={styles.fork}>
          {authors.map((author) => (
            <li key={author.key}>
              <Avatar name={author.user} small own={author.user === own} />
              <span>
                <b>
                  <bdi>{author.user}</bdi>
                </b>
                <small>
                  <bdi>{sayDevice(author.device)}</bdi>, {saidAt(author.at)}
                </small>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
