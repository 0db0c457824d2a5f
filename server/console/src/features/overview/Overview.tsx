import { useRecordTypes } from '@/app/types';
import { useOverview } from '@/api/records';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Problem } from '@/components/Problem';
import { words } from '@/i18n';
import { saidLong } from '@/i18n/dates';
import { CountCard } from './CountCard';
import { LookTwice } from './LookTwice';
import styles from './Overview.module.css';
import { Recent } from './Recent';

// What is on record, what needs a second look, what arrived: numbers that the office counted, and no others.
export function Overview() {
  const overview = useOverview();
  const types = useRecordTypes();
  return (
    <>
      <PageHead title={words.overview.title} subtitle={words.overview.subtitle(saidLong(new Date()))} />
      {overview.isPending && <Loading status={overview.fetchStatus} what={words.shell.overview.toLowerCase()} />}
      {overview.isError && <Problem error={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.isSuccess && (
        <>
          <div className={styles.upper}>
            <ul className={styles.counts} aria-label={words.overview.counts}>
              {types.map((type) => (
                <CountCard key={type.name} type={type} count={overview.data.counts[type.name] ?? 0} />
              ))}
            </ul>
            <LookTwice overview={overview.data} />
          </div>
          <Recent recent={overview.data.recent} />
        </>
      )}
    </>
  );
}
