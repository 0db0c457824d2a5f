import { IconShieldLock } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import type { Device } from '@/api/contract';
import table from '@/components/table.module.css';
import { words } from '@/i18n';
import { DeviceRow } from './DeviceRow';
import styles from './Devices.module.css';
import { RevokeConfirm } from './RevokeConfirm';

export function DeviceTable({ devices }: { devices: Device[] }) {
  const [revoking, setRevoking] = useState<string | null>(null);
  const { columns } = words.devices;
  return (
    <>
      <table className={`${table.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col" aria-sort="ascending">
              {columns.tablet}
            </th>
            <th scope="col" className={table.dropSmall}>
              {columns.role}
            </th>
            <th scope="col" className={table.drop}>
              {columns.added}
            </th>
            <th scope="col" className={table.dropSmall}>
              {columns.heard}
            </th>
            <th scope="col">{columns.state}</th>
            <th scope="col">
              <span className="unseen">{words.common.more}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <Fragment key={device.id}>
              <DeviceRow
                device={device}
                asked={revoking === device.id && !device.revoked}
                onRevoke={() => setRevoking(device.id)}
              />
              {revoking === device.id && !device.revoked && (
                <RevokeConfirm device={device} onDone={() => setRevoking(null)} />
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className={styles.foot}>
        <IconShieldLock size={18} aria-hidden />
        {words.devices.foot}
      </p>
    </>
  );
}
