import { IconArchive, IconLock } from '@tabler/icons-react';
import { useAside } from '@/api/aside';
import { seesToAside, useProgramme } from '@/app/programme';
import { Card } from '@/components/Card';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { MoreRows } from '@/components/MoreRows';
import { PageHead } from '@/components/PageHead';
import { Problem } from '@/components/Problem';
import { words } from '@/i18n';
import styles from './Aside.module.css';
import { AsideItem } from './AsideItem';

function AsideList() {
  const aside = useAside();
  const list = aside.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {aside.isPending && <Loading status={aside.fetchStatus} what={words.aside.title.toLowerCase()} />}
      {aside.isError && <Problem error={aside.error} onRetry={() => void aside.refetch()} />}
      {aside.isSuccess && list.length === 0 && (
        <Empty icon={IconArchive} title={words.aside.empty} hint={words.aside.emptyHint} />
      )}
      {list.length > 0 && (
        <ul className={styles.list}>
          {list.map((entry) => (
            <AsideItem key={entry.place} entry={entry} />
          ))}
        </ul>
      )}
      <MoreRows list={aside} shown={list.length} />
    </>
  );
}

// What tablets brought and nobody judged: a coordinator reads it, enters what should stand, and puts it away.
export function Aside() {
  const { role } = useProgramme();
  return (
    <>
      <PageHead title={words.aside.title} subtitle={words.aside.subtitle} />
      <Card>{seesToAside(role) ? <AsideList /> : <Empty icon={IconLock} title={words.aside.noRight} />}</Card>
    </>
  );
}
