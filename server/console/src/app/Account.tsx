import { Menu } from '@mantine/core';
import { IconCheck, IconLogout } from '@tabler/icons-react';
import { useConnection } from '@/api/connection';
import type { Session } from '@/api/contract';
import { useSignOut } from '@/api/session';
import { Avatar } from '@/components/Avatar';
import { words } from '@/i18n';
import styles from './Account.module.css';
import { useProgramme, type Programme } from './programme';

interface Props {
  session: Session;
  onProgramme: (programme: Programme) => void;
}

// Who is signed in: other programmes of theirs, and the way out.
export function Account({ session, onProgramme }: Props) {
  const { programme, role } = useProgramme();
  const signOut = useSignOut();
  const offline = useConnection() === 'offline';
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <button type="button" className={styles.me}>
          <span className="unseen">{words.shell.account}</span>
          <Avatar name={session.user.name} own />
          <span className={styles.words}>
            <b>{session.user.name}</b>
            {words.roles[role] ?? role}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {session.programmes.length > 1 && <Menu.Label>{words.shell.programme}</Menu.Label>}
        {session.programmes.length > 1 &&
          session.programmes.map((other) => (
            <Menu.Item
              key={other.programme}
              onClick={() => onProgramme(other)}
              rightSection={other.programme === programme ? <IconCheck size={16} aria-hidden /> : null}
            >
              {other.name}
            </Menu.Item>
          ))}
        <Menu.Item
          leftSection={<IconLogout size={18} aria-hidden />}
          disabled={offline}
          title={offline ? words.shell.signOutOffline : undefined}
          onClick={() => signOut.mutate()}
        >
          {words.shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
