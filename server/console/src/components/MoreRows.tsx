import { words } from '@/i18n';
import { Button } from './Button';
import table from './table.module.css';

interface List {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  data?: { pages: { total?: number; next: string | null }[] } | undefined;
}

// Under a long list: how much of it is on the page, and the rest on demand.
export function MoreRows({ list, shown }: { list: List; shown: number }) {
  const total = list.data?.pages.at(-1)?.total;
  if (!list.hasNextPage) return null;
  return (
    <div className={table.foot}>
      {total !== undefined && <span className="muted small number">{words.common.shown(shown, total)}</span>}
      <Button onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
        {words.common.showMore}
      </Button>
    </div>
  );
}
