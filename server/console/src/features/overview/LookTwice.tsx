import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowsSplit2,
  IconCalendarPause,
  IconCheck,
  IconClockPause,
  IconDeviceTablet,
  IconKey,
  IconMessage2Pause,
  type Icon,
} from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Measures, Overview } from '@/api/contract';
import { useDevices } from '@/api/devices';
import { useOfficerKeys } from '@/api/officer_keys';
import { paths } from '@/app/paths';
import { mayKeepKeys, mayManageDevices, useProgramme } from '@/app/programme';
import { Card } from '@/components/Card';
import { words } from '@/i18n';
import styles from './Overview.module.css';

interface Matter {
  key: string;
  icon: Icon;
  tone: 'conflict' | 'warning' | 'info' | 'calm';
  title: string;
  hint: string;
  href?: string;
}

// What the figures themselves say, each with its next step.
function pitfalls({ promises, told_back: told, presence }: Measures): Matter[] {
  const said = words.alerts;
  const matters: Matter[] = [];
  if (promises?.over_promising === true) {
    const hint = said.overPromisingHint(promises.overdue);
    matters.push({ key: 'promises', icon: IconAlertTriangle, tone: 'warning', title: said.overPromising, hint, href: paths.records('commitment') });
  }
  if (told?.one_way === true) {
    const hint = said.oneWayHint(told.items - told.told);
    matters.push({ key: 'told', icon: IconMessage2Pause, tone: 'warning', title: said.oneWay, hint, href: paths.records('feedback') });
  }
  const gap = presence?.longest_gap;
  if (presence && presence.inconsistent > 0 && gap) {
    const [title, hint] = [said.inconsistent(presence.inconsistent), said.inconsistentHint(gap.partner.title, gap.days)];
    matters.push({ key: 'presence', icon: IconCalendarPause, tone: 'warning', title, hint, href: paths.record(gap.partner.id) });
  }
  return matters;
}

function useQuietTablets(): Matter[] {
  const { role } = useProgramme();
  const quiet = useDevices(mayManageDevices(role)).data?.pages[0]?.counts.quiet ?? 0;
  if (quiet === 0) return [];
  const said = words.alerts;
  return [{ key: 'quiet', icon: IconClockPause, tone: 'info', title: said.quiet(quiet), hint: said.quietHint, href: paths.devices }];
}

function useMatters({ conflicts, refused, devices }: Overview): Matter[] {
  const { role } = useProgramme();
  const keys = useOfficerKeys(mayKeepKeys(role)).data;
  const said = words.overview;
  const matters: Matter[] = [];
  if (conflicts > 0) {
    const title = said.conflicts(conflicts);
    matters.push({ key: 'conflicts', icon: IconArrowsSplit2, tone: 'conflict', title, hint: said.conflictsHint, href: paths.conflicts });
  }
  if (refused > 0) {
    matters.push({ key: 'refused', icon: IconArrowBackUp, tone: 'warning', title: said.refused(refused), hint: said.refusedHint });
  }
  if (devices === 0 && mayManageDevices(role)) {
    const [title, hint] = [said.noDevices, said.noDevicesHint];
    matters.push({ key: 'devices', icon: IconDeviceTablet, tone: 'info', title, hint, href: paths.devices });
  }
  if (keys !== undefined && keys.officers < keys.needed) {
    const [title, hint] = [words.sealed.off, said.unsealedHint];
    matters.push({ key: 'keys', icon: IconKey, tone: 'warning', title, hint, href: paths.officerKeys });
  }
  return matters;
}

function Row({ matter }: { matter: Matter }) {
  const { icon: Sign, tone, title, hint, href } = matter;
  const body = (
    <>
      <span className={`${styles.sign} ${styles[tone]}`}>
        <Sign size={18} aria-hidden />
      </span>
      <span>
        <h3>{title}</h3>
        <p>{hint}</p>
      </span>
    </>
  );
  return (
    <li>
      {href === undefined ? (
        <div className={styles.alert}>{body}</div>
      ) : (
        <Link href={href} className={styles.alert}>
          {body}
        </Link>
      )}
    </li>
  );
}

export function LookTwice({ overview, measures }: { overview: Overview; measures: Measures | undefined }) {
  const matters = [...useMatters(overview), ...(measures ? pitfalls(measures) : []), ...useQuietTablets()];
  const calm: Matter = {
    key: 'calm',
    icon: IconCheck,
    tone: 'calm',
    title: words.overview.calm,
    hint: words.overview.calmHint,
  };
  return (
    <Card title={words.overview.lookTwice} aside={matters.length > 0 ? matters.length : undefined}>
      <ul className={styles.alerts}>
        {(matters.length > 0 ? matters : [calm]).map((matter) => (
          <Row key={matter.key} matter={matter} />
        ))}
      </ul>
    </Card>
  );
}
