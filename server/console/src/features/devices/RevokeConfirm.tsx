import { notifications } from '@mantine/notifications';
import { IconBan } from '@tabler/icons-react';
import { useRevoke } from '@/api/devices';
import type { Device } from '@/api/contract';
import { Button } from '@/components/Button';
import { SendProblem } from '@/components/Problem';
import { words } from '@/i18n';
import styles from './Devices.module.css';

// Asked in the table, under the tablet it is about: this cannot be undone.
export function RevokeConfirm({ device, onDone }: { device: Device; onDone: () => void }) {
  const revoke = useRevoke();
  const confirm = () =>
    revoke.mutate(device.id, {
      onSuccess: () => {
        notifications.show({ message: words.devices.revoked(device.name) });
        onDone();
      },
    });
  return (
    <tr>
      <td colSpan={6} className={styles.confirmCell}>
        <div className={styles.confirm} role="group" aria-label={words.devices.revokeAsk(device.name)}>
          <IconBan size={26} aria-hidden />
          <div>
            <h3>{words.devices.revokeAsk(device.name)}</h3>
            <p>{words.devices.revokeHint}</p>
            <SendProblem error={revoke.error} />
          </div>
          <div className={styles.confirmButtons}>
            <Button onClick={onDone} autoFocus>
              {words.devices.keep}
            </Button>
            <Button look="dangerFilled" onClick={confirm} disabled={revoke.isPending}>
              {words.devices.revokeFor(device.name)}
            </Button>
          </div>
        </div>
      </td>
    </tr>
  );
}
