import { useId, useState } from 'react';
import type { Overview as Answer } from '@/api/contract';
import { useMeasures } from '@/api/measures';
import { useOverview } from '@/api/records';
import { useEverydayTypes, useRecordTypes } from '@/app/types';
import { AllTypes } from '@/components/AllTypes';
import { Card } from '@/components/Card';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Problem } from '@/components/Problem';
import { words } from '@/i18n';
import { saidDateAndYear } from '@/i18n/dates';
import { AllTypesCard } from './AllTypesCard';
import { AreasCard } from './AreasCard';
import { CountCard } from './CountCard';
import { LookTwice } from './LookTwice';
import { MeasureCards } from './Measures';
import styles from './Overview.module.css';
import { PulseCards } from './PulseCard';
import { Recent } from './Recent';

function Told({ overview }: { overview: Answer }) {
  const everyday = useEverydayTypes();
  const types = useRecordTypes();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const measures = useMeasures();
  return (
    <>
      <div className={styles.upper}>
        <div>
          {measures.isPending && <Loading status={measures.fetchStatus} what={words.shell.overview.toLowerCase()} />}
          {measures.isError && <Problem error={measures.error} onRetry={() => void measures.refetch()} />}
          {measures.data !== undefined && <MeasureCards measures={measures.data} />}
        </div>
        <LookTwice overview={overview} measures={measures.data} />
      </div>
      {measures.data?.areas && <AreasCard areas={measures.data.areas} />}
      <section aria-label={words.overview.onRecord}>
        <h2 className={styles.part}>{words.overview.onRecord}</h2>
        <ul className={styles.counts} aria-label={words.overview.counts}>
          {everyday.map((type) => (
            <CountCard key={type.name} type={type} count={overview.counts[type.name] ?? 0} />
          ))}
          {types.length > everyday.length && (
            <AllTypesCard count={types.length} open={open} panel={panel} onToggle={() => setOpen(!open)} />
          )}
        </ul>
      </section>
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

// How the relationship is doing, what needs a second look, what is on record and what arrived: numbers that the office
// counted, and no others.
export function Overview() {
  const overview = useOverview();
  const span = useMeasures().data;
  return (
    <>
      <PageHead title={words.overview.title} subtitle={span && words.overview.subtitle(saidDateAndYear(span.from), saidDateAndYear(span.to))} />
      {overview.isPending && <Loading status={overview.fetchStatus} what={words.shell.overview.toLowerCase()} />}
      {overview.isError && <Problem error={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.data !== undefined && <Told overview={overview.data} />}
    </>
  );
}
