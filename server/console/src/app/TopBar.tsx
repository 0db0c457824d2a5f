import { useMutationState } from '@tanstack/react-query';
import { IconClockPause, IconCloudCheck, IconCloudOff, IconCloudQuestion, IconWorld } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useConnection } from '@/api/connection';
import { useOverview } from '@/api/records';
import { Chip } from '@/components/Chip';
import { words } from '@/i18n';
import { saidShort } from '@/i18n/dates';
import { foreignZone } from '@/i18n/zone';
import { Help } from './Help';
import { LanguageMenu } from './LanguageMenu';
import { SearchBox } from './SearchBox';
import styles from './TopBar.module.css';

function LastUpload() {
  const connection = useConnection();
  const overview = useOverview();
  const last = overview.data?.last_upload ?? null;
  const Sign = { offline: IconCloudOff, connecting: IconCloudQuestion, polling: IconCloudCheck, live: IconCloudCheck }[
    connection
  ];
  return (
    <span className={styles.live} data-connection={connection} title={hint(connection)}>
      <Sign size={18} aria-hidden />
      {connection !== 'offline' && <span className="unseen">{hint(connection)}</span>}
      {overview.data !== undefined &&
        (last === null ? (
          words.shell.noUpload
        ) : (
          <span>
            {words.shell.lastUpload} <b className="number">{saidShort(last.at)}</b>, <bdi>{last.device}</bdi>
          </span>
        ))}
    </span>
  );
}

function hint(connection: ReturnType<typeof useConnection>): string {
  return { offline: words.shell.offline, connecting: words.shell.connecting, polling: words.shell.polling, live: words.shell.online }[
    connection
  ];
}

// What was asked for while there was no connection. It lives in this page only, so leaving is asked about.
function Waiting() {
  const paused = useMutationState({ filters: { predicate: (mutation) => mutation.state.isPaused } }).length;
  useEffect(() => {
    if (paused === 0) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [paused]);
  if (paused === 0) return null;
  return (
    <Chip tone="info" icon={IconClockPause}>
      {words.shell.waiting(paused)}
    </Chip>
  );
}

// Said only to those whose own clock shows another time than the programme's.
function ForeignZone() {
  const zone = foreignZone(new Date());
  if (zone === undefined) return null;
  return <Chip icon={IconWorld}>{words.shell.timesOf(zone)}</Chip>;
}

export function TopBar() {
  return (
    <header className={styles.top}>
      <SearchBox />
      <span className={styles.end}>
        <Waiting />
        <ForeignZone />
        <LastUpload />
      </span>
      <span className={styles.tools}>
        <LanguageMenu />
        <Help />
      </span>
    </header>
  );
}
