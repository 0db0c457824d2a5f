import { IconBan, IconClockPause, IconCloudCheck, IconDeviceTablet, type Icon } from '@tabler/icons-react';
import type { Device } from '@/api/contract';
import { words } from '@/i18n';
import { contactOf, heardToday } from './contact';
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

export function DeviceCounts({ devices }: { devices: Device[] }) {
  const now = Date.now();
  const active = devices.filter((device) => !device.revoked);
  const quiet = active.filter((device) => contactOf(device, now).state === 'quiet').length;
  const { count } = words.common;
  return (
    <ul className={styles.counts}>
      <Count icon={IconDeviceTablet} number={count(active.length)} label={words.devices.tablets(active.length)} />
      <Count
        icon={IconCloudCheck}
        number={words.devices.ratio(heardToday(active, now), active.length)}
        label={words.devices.heard}
      />
      <Count icon={IconClockPause} number={count(quiet)} label={words.devices.quiet} />
      <Count icon={IconBan} number={count(devices.length - active.length)} label={words.devices.revokedCount} />
    </ul>
  );
}
