import { IconDownload, IconHistory, IconReceipt } from '@tabler/icons-react';
import { useExports } from '@/api/exports';
import { paths } from '@/app/paths';
import { LinkButton } from '@/components/Button';
import { Card } from '@/components/Card';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Problem } from '@/components/Problem';
import { Suppressed } from '@/components/Suppressed';
import { words } from '@/i18n';
import { ExportForm } from './ExportForm';
import { ExportItem } from './ExportItem';
import styles from './Exports.module.css';

function Rules() {
  const said = words.exports;
  return (
    <div className={styles.rules}>
      <div>
        <p>
          <Suppressed people="<11" /> <b>{said.rule}</b>
        </p>
        <p>{said.ruleWhy}</p>
      </div>
      <div>
        <p>
          <kbd aria-hidden>’=</kbd> <b>{said.formula}</b>
        </p>
        <p>{said.formulaWhy}</p>
      </div>
    </div>
  );
}

// What somebody takes with them: chosen here, made by the office in the background, fetched once it is whole and written down.
export function Exports() {
  const exports = useExports();
  const said = words.exports;
  const items = exports.data?.items ?? [];
  return (
    <>
      <PageHead
        title={said.title}
        subtitle={said.subtitle}
        actions={
          <LinkButton href={paths.records('export_entry')} icon={IconHistory}>
            {said.past}
          </LinkButton>
        }
      />
      <div className={styles.page}>
        <ExportForm />
        <Card title={said.ready} aside={said.readyHint} grow>
          {exports.isPending && <Loading status={exports.fetchStatus} what={said.title.toLowerCase()} />}
          {exports.isError && <Problem error={exports.error} onRetry={() => void exports.refetch()} />}
          {exports.isSuccess && items.length === 0 && <Empty icon={IconDownload} title={said.nothing} />}
          <ul className={styles.items}>
            {items.map((item) => (
              <ExportItem key={item.id} item={item} />
            ))}
          </ul>
          <Rules />
          <p className={styles.logged}>
            <IconReceipt size={18} aria-hidden />
            {said.logged} {said.sealed}
          </p>
        </Card>
      </div>
    </>
  );
}
