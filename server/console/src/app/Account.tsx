import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSun, type Icon } from '@tabler/icons-react';
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

function ProgrammeChoice({ session, onProgramme }: Props) {
  const { programme } = useProgramme();
  const { programmes } = session;
  if (programmes.length < 2) return null;
  const choose = (name: string) => programmes.filter((one) => one.programme === name).forEach(onProgramme);
  return (
    <Menu.RadioGroup value={programme} onChange={choose}>
      <Menu.Label>{words.shell.programme}</Menu.Label>
      {programmes.map((other) => (
        <Menu.RadioItem key={other.programme} value={other.programme}>
          {other.name}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

const themes: { theme: MantineColorScheme; icon: Icon }[] = [
  { theme: 'auto', icon: IconDeviceDesktop },
  { theme: 'light', icon: IconSun },
  { theme: 'dark', icon: IconMoon },
];

function ThemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu.RadioGroup value={colorScheme} onChange={(theme) => setColorScheme(theme as MantineColorScheme)}>
      <Menu.Label>{words.shell.theme}</Menu.Label>
      {themes.map(({ theme, icon: Sign }) => (
        <Menu.RadioItem key={theme} value={theme} rightSection={<Sign size={18} aria-hidden />}>
          {words.shell.themes[theme]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

// Who is signed in: other programmes of theirs, how the pages look, and the way out.
export function Account({ session, onProgramme }: Props) {
  const { role } = useProgramme();
  const signOut = useSignOut();
  const offline = useConnection() === 'offline';
  return (
    <Menu position="top-start" width={250} checkIcon={<IconCheck size={16} aria-hidden />}>
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
        <ProgrammeChoice session={session} onProgramme={onProgramme} />
        <ThemeChoice />
        <Menu.Divider />
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
