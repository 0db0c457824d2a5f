import { useId, useState } from 'react';
import type { Overview as Answer } from '@/api/contract';
import { useOverview } from '@/api/records';
import { useEverydayTypes, useRecordTypes } from '@/app/types';
import { AllTypes } from '@/components/AllTypes';
import { Card } from '@/components/Card';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Problem } from '@/components/Problem';
import { words } from '@/i18n';
import { saidLong } from '@/i18n/dates';
import { AllTypesCard } from './AllTypesCard';
import { CountCard } from './CountCard';
import { LookTwice } from './LookTwice';
import styles from './Overview.module.css';
import { PulseCards } from './PulseCard';
import { Recent } from './Recent';

function Told({ overview }: { overview: Answer }) {
  const everyday = useEverydayTypes();
  const types = useRecordTypes();
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <>
      <div className={styles.upper}>
        <ul className={styles.counts} aria-label={words.overview.counts}>
          {everyday.map((type) => (
            <CountCard key={type.name} type={type} count={overview.counts[type.name] ?? 0} />
          ))}
          {types.length > everyday.length && (
            <AllTypesCard count={types.length} open={open} panel={panel} onToggle={() => setOpen(!open)} />
          )}
        </ul>
        <LookTwice overview={overview} />
      </div>
      <div id={panel} className={styles.panel} hidden={!open}>
        {open && (
          <Card title={words.overview.allTypes}>
            <AllTypes />
          </Card>
        )}
      </div>
      <PulseCards />
      <Recent recent={overview.recent} />
    </>
  );
}

// What is on record, what needs a second look, what arrived: numbers that the office counted, and no others.
export function Overview() {
  const overview = useOverview();
  return (
    <>
      <PageHead title={words.overview.title} subtitle={words.overview.subtitle(saidLong(new Date()))} />
      {overview.isPending && <Loading status={overview.fetchStatus} what={words.shell.overview.toLowerCase()} />}
      {overview.isError && <Problem error={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.data !== undefined && <Told overview={overview.data} />}
    </>
  );
}
