import { IconArrowBackUp, IconArrowsSplit2, IconCheck, IconDeviceTablet, IconKey, type Icon } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Overview } from '@/api/contract';
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

export function LookTwice({ overview }: { overview: Overview }) {
  const matters = useMatters(overview);
  const calm: Matter = {
    key: 'calm',
    icon: IconCheck,
    tone: 'calm',
    title: words.overview.calm,
    hint: words.overview.calmHint,
  };
  return (
    <Card title={words.overview.lookTwice} aside={matters.length > 0 ? matters.length : undefined}>
      <ul>
        {(matters.length > 0 ? matters : [calm]).map((matter) => (
          <Row key={matter.key} matter={matter} />
        ))}
      </ul>
    </Card>
  );
}
