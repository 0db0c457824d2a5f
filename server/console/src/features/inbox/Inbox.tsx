import { Select } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconInbox } from '@tabler/icons-react';
import { useRef, useState, type Ref } from 'react';
import { Link, useLocation } from 'wouter';
import { useInbox, useReviewing, type InboxOrder } from '@/api/inbox';
import type { InboxRow, NewReview } from '@/api/contract';
import { useRecord } from '@/api/records';
import { everyType, paths } from '@/app/paths';
import { useRecordType } from '@/app/types';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Gone, isGone } from '@/components/Gone';
import { useKeys } from '@/components/keys';
import { Loading } from '@/components/Loading';
import { MoreRows } from '@/components/MoreRows';
import { PageHead } from '@/components/PageHead';
import { Problem, SendProblem } from '@/components/Problem';
import { labelOf, words } from '@/i18n';
import { daysSince } from '@/i18n/days_since';
import styles from './Inbox.module.css';
import { InboxList } from './InboxList';
import { KeyHints } from './KeyHints';
import { afterReading, neighbour } from './neighbours';
import { Reading } from './Reading';
import { TypePills } from './TypePills';
import { Verdict } from './Verdict';

interface Props {
  type: string;
  order: string;
  id: string;
}

// A record as it was read: one that changes afterwards is to be read again.
const asRead = ({ id, number }: Pick<InboxRow, 'id' | 'number'>) => `${id} ${number}`;

// What was said of records and the office has not answered yet. They have left the list; what it refuses comes back.
function useSaying() {
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map());
  // Of several at once too: the last answer alone would hide what another one refused.
  const [refused, setRefused] = useState<Error | null>(null);
  const review = useReviewing((id, error) => {
    setSaid((before) => new Map([...before].filter(([one]) => one !== id)));
    setRefused(error);
  });
  const say = (id: string, body: NewReview) => {
    setSaid((before) => new Map(before).set(id, asRead({ id, number: body.seen })));
    setRefused(null);
    review.mutate({ id, body });
  };
  return { say, error: refused, isSaid: (row: InboxRow) => said.get(row.id) === asRead(row) };
}

function OrderMenu({ order, onOrder }: { order: InboxOrder; onOrder: (order: InboxOrder) => void }) {
  return (
    <Select
      className={styles.order}
      aria-label={words.inbox.order}
      data={[
        { value: 'newest', label: words.inbox.newest },
        { value: 'oldest', label: words.inbox.oldest },
      ]}
      value={order}
      allowDeselect={false}
      onChange={(value) => onOrder(value === 'oldest' ? 'oldest' : 'newest')}
    />
  );
}

function useSubtitle(total: number, oldest: string | null): string | undefined {
  return total === 0 ? undefined : `${words.inbox.toRead(total)} ${words.inbox.waited(daysSince(oldest, Date.now()))}`;
}

interface InHandProps {
  id: string;
  row: InboxRow | undefined;
  comment: Ref<HTMLTextAreaElement>;
  onSay: (body: NewReview) => void;
}

// The record in hand with what is said of it.
function InHand({ id, row, comment, onSay }: InHandProps) {
  const record = useRecord(id);
  if (record.isPending) return <Loading status={record.fetchStatus} what={words.record.fields.toLowerCase()} rows={7} />;
  if (isGone(record.error)) return <Gone />;
  if (record.data === undefined) return <Problem error={record.error} onRetry={() => void record.refetch()} />;
  return (
    <>
      <Reading record={record.data} />
      <Verdict record={record.data} person={row?.person ?? ''} comment={comment} onSay={onSay} />
    </>
  );
}

function Nothing({ type }: { type: string }) {
  const { plural } = useRecordType(type);
  const hint = words.inbox.noneHint;
  return <Empty icon={IconInbox} title={type === '' ? words.inbox.none : words.inbox.noneOf(labelOf(plural))} hint={type === '' ? hint : undefined} />;
}

export function Inbox({ type: asked, order: askedOrder, id }: Props) {
  const type = asked === everyType ? '' : asked;
  const order = askedOrder === 'oldest' ? 'oldest' : 'newest';
  const [, go] = useLocation();
  const inbox = useInbox(type, order);
  const saying = useSaying();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef('');
  const comment = useRef<HTMLTextAreaElement>(null);
  const rows = (inbox.data?.pages.flatMap((page) => page.items) ?? []).filter((row) => !saying.isSaid(row));
  const readable = rows.filter((row) => !row.sealed);
  const ids = readable.map((row) => row.id);
  const page = inbox.data?.pages.at(-1);
  const current = id === '' ? ids[0] : id;
  const inHand = readable.find((row) => row.id === current);
  const hrefOf = (next: string) => paths.inboxAt(type, order, next);
  const show = (next: string | undefined) => next !== undefined && go(hrefOf(next), { replace: true });
  const many = readable.filter((row) => chosen.has(row.id));

  const say = (body: NewReview) => {
    if (current === undefined) return;
    last.current = current;
    const next = afterReading(ids, current);
    saying.say(current, body);
    go(paths.inboxAt(type, order, next ?? ''), { replace: true });
  };
  const sayOfAll = () => {
    many.forEach((row) => saying.say(row.id, { seen: row.number, outcome: 'looks_right' }));
    setChosen(new Set());
    go(paths.inboxAt(type, order), { replace: true });
  };
  const choose = (one: string) =>
    setChosen((before) => new Set(before.has(one) ? [...before].filter((other) => other !== one) : [...before, one]));
  useKeys({
    j: () => show(neighbour(ids, current, 1)),
    k: () => show(neighbour(ids, current, -1)),
    i: () => comment.current?.focus(),
    x: () => current !== undefined && choose(current),
    u: () => last.current !== '' && show(last.current),
  });

  return (
    <>
      <PageHead
        title={words.inbox.title}
        subtitle={useSubtitle(page?.total ?? 0, page?.oldest_at ?? null) ?? '\u00a0'}
        announced
        actions={<OrderMenu order={order} onOrder={(next) => go(paths.inboxAt(type, next))} />}
      />
      <SendProblem error={saying.error} />
      <div className={`${styles.inbox} ${id === '' ? '' : styles.withOne}`}>
        <div className={styles.list}>
          {page !== undefined && <TypePills waiting={page.types} current={type} hrefOf={(next) => paths.inboxAt(next)} />}
          {many.length > 0 && (
            <div className={styles.bulk} role="group" aria-label={words.inbox.chosen(many.length)}>
              <Button look="primary" icon={IconCheck} onClick={sayOfAll}>
                {words.inbox.approveAll(many.length)}
              </Button>
              <Button look="ghost" onClick={() => setChosen(new Set())}>
                {words.inbox.unchoose}
              </Button>
            </div>
          )}
          {inbox.isPending && <Loading status={inbox.fetchStatus} what={words.inbox.title.toLowerCase()} />}
          {inbox.isError && <Problem error={inbox.error} onRetry={() => void inbox.refetch()} />}
          {inbox.isSuccess && rows.length === 0 && <Nothing type={type} />}
          <InboxList rows={rows} current={current} chosen={chosen} hrefOf={hrefOf} onChoose={choose} />
          <MoreRows list={inbox} shown={rows.length} />
        </div>
        <div className={styles.one}>
          <Link href={paths.inboxAt(type, order)} className={styles.back}>
            <IconArrowLeft size={18} aria-hidden /> {words.inbox.list}
          </Link>
          {current !== undefined && <InHand key={current} id={current} row={inHand} comment={comment} onSay={say} />}
        </div>
        <KeyHints />
      </div>
    </>
  );
}
