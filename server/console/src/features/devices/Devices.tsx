import { IconDeviceTablet, IconLock } from '@tabler/icons-react';
import { useDevices } from '@/api/devices';
import { mayManageDevices, useProgramme } from '@/app/programme';
import { Card } from '@/components/Card';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { MoreRows } from '@/components/MoreRows';
import { PageHead } from '@/components/PageHead';
import { Problem } from '@/components/Problem';
import { words } from '@/i18n';
import { DeviceCounts } from './DeviceCounts';
import styles from './Devices.module.css';
import { DeviceTable } from './DeviceTable';
import { EnrolPanel } from './EnrolPanel';

function DeviceList() {
  const devices = useDevices();
  const list = devices.data?.pages.flatMap((page) => page.items) ?? [];
  const latest = devices.data?.pages.at(-1);
  return (
    <div className={styles.main}>
      {latest !== undefined && list.length > 0 && <DeviceCounts counts={latest.counts} />}
      <Card grow>
        {devices.isPending && <Loading status={devices.fetchStatus} what={words.devices.title.toLowerCase()} />}
        {devices.isError && <Problem error={devices.error} onRetry={() => void devices.refetch()} />}
        {devices.isSuccess && list.length === 0 && <Empty icon={IconDeviceTablet} title={words.devices.empty} />}
        {list.length > 0 && <DeviceTable devices={list} />}
        <MoreRows list={devices} shown={list.length} />
      </Card>
    </div>
  );
}

export function Devices() {
  const { role } = useProgramme();
  const allowed = mayManageDevices(role);
  return (
    <>
      <PageHead title={words.devices.title} subtitle={words.devices.subtitle} />
      {allowed ? (
        <div className={styles.columns}>
          <DeviceList />
          <EnrolPanel />
        </div>
      ) : (
        <Card>
          <Empty icon={IconLock} title={words.devices.noRight} />
        </Card>
      )}
    </>
  );
}
