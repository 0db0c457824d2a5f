import { IconBan, IconClockPause, IconCloudCheck, IconDeviceTablet, type Icon } from '@tabler/icons-react';
import type { DeviceCounts as Counts } from '@/api/contract';
import { words } from '@/i18n';
import styles from './Devices.module.css';

function Count({ icon: Sign, number, label }: { icon: Icon; number: string; label: string }) {
  return (
    <li className={styles.count}>
      <Sign size={26} aria-hidden />
      <span>
        <b className="number">{number}</b>
        <small>{label}</small>
      </span>
    </li>
  );
}

export function DeviceCounts({ counts: { active, heard, quiet, revoked } }: { counts: Counts }) {
  const { count } = words.common;
  return (
    <ul className={styles.counts}>
      <Count icon={IconDeviceTablet} number={count(active)} label={words.devices.tablets(active)} />
      <Count
        icon={IconCloudCheck}
        number={words.devices.ratio(heard, active)}
        label={words.devices.heard}
      />
      <Count icon={IconClockPause} number={count(quiet)} label={words.devices.quiet} />
      <Count icon={IconBan} number={count(revoked)} label={words.devices.revokedCount} />
    </ul>
  );
}
