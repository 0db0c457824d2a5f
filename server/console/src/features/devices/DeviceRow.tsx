import { Menu } from '@mantine/core';
import { IconBan, IconCheck, IconClockPause, IconClockQuestion, IconDots } from '@tabler/icons-react';
import type { Device } from '@/api/contract';
import { useOwnName } from '@/api/session';
import { Avatar } from '@/components/Avatar';
import { IconButton } from '@/components/Button';
import { Chip } from '@/components/Chip';
import table from '@/components/table.module.css';
import { words } from '@/i18n';
import { saidAt, saidDay } from '@/i18n/dates';
import { daysSince } from '@/i18n/days_since';
import styles from './Devices.module.css';

function ContactChip({ device }: { device: Device }) {
  const { states } = words.devices;
  switch (device.contact) {
    case 'fresh':
      return (
        <Chip tone="success" icon={IconCheck}>
          {states.fresh}
        </Chip>
      );
    case 'quiet':
      return (
        <Chip tone="warning" icon={IconClockPause}>
          {words.devices.quietFor(daysSince(device.last_seen, Date.now()))}
        </Chip>
      );
    case 'never':
      return (
        <Chip tone="info" icon={IconClockQuestion}>
          {states.never}
        </Chip>
      );
    case 'revoked':
      return <Chip icon={IconBan}>{states.revoked}</Chip>;
  }
}

interface Props {
  device: Device;
  asked: boolean;
  onRevoke: () => void;
}

export function DeviceRow({ device, asked, onRevoke }: Props) {
  const own = useOwnName() === device.person;
  return (
    <tr className={asked ? styles.asked : undefined} data-device={device.id}>
      <td>
        <span className={table.what}>
          <Avatar name={device.person} own={own} />
          <span>
            <b className={styles.name}>
              <bdi>{device.name}</bdi>
            </b>
            <span className={table.quiet}>
              <bdi>{device.person}</bdi>
            </span>
          </span>
        </span>
      </td>
      <td className={`${table.nowrap} ${table.dropSmall}`}>{words.roles[device.role] ?? device.role}</td>
      <td className={`${table.nowrap} ${table.drop}`}>{device.enrolled_at === null ? '?' : saidDay(device.enrolled_at)}</td>
      <td className={`${table.nowrap} ${table.dropSmall}`}>
        {device.last_seen === null ? <span className="muted">{words.devices.never}</span> : saidAt(device.last_seen)}
      </td>
      <td>{!asked && <ContactChip device={device} />}</td>
      <td className={table.end}>
        {!device.revoked && (
          <Menu position="bottom-end">
            <Menu.Target>
              <IconButton icon={IconDots} label={`${words.common.more}: ${device.name}`} />
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item color="red" leftSection={<IconBan size={18} aria-hidden />} onClick={onRevoke}>
                {words.devices.revokeFor(device.name)}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </td>
    </tr>
  );
}
