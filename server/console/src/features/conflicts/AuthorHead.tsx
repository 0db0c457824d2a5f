import { useOwnName } from '@/api/session';
import { Avatar } from '@/components/Avatar';
import { sayDevice } from '@/fields/device';
import { saidShort } from '@/i18n/dates';
import type { Author } from './authors';
import styles from './Resolver.module.css';

export function AuthorHead({ author }: { author: Author }) {
  const own = useOwnName() === author.user;
  return (
    <div role="columnheader" className={styles.author}>
      <Avatar name={author.user} small own={own} />
      <span>
        <b>
          <bdi>{author.user}</bdi>
        </b>
        <small>
          <bdi>{sayDevice(author.device)}</bdi>, {saidShort(author.at)}
        </small>
      </span>
    </div>
  );
}
