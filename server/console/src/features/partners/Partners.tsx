import { Select, TextInput } from '@mantine/core';
import { IconBuildingCommunity, IconMapPin, IconSearch, IconSearchOff, IconUserHeart } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { PartnerList } from '@/api/contract';
import { usePartners } from '@/api/partners';
import { paths, type PartnersPlace } from '@/app/paths';
import { fieldOf, useRecordType } from '@/app/types';
import { LinkButton } from '@/components/Button';
import { Card } from '@/components/Card';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { MoreRows } from '@/components/MoreRows';
import { PageHead } from '@/components/PageHead';
import { Problem } from '@/components/Problem';
import pills from '@/components/pill.module.css';
import { asFound, useChoices } from '@/fields/ReferenceInput';
import { labelOf, words } from '@/i18n';
import styles from './Partners.module.css';
import { PartnerTable } from './PartnerTable';

type Place = Required<PartnersPlace>;
type Go = (next: Partial<Place>) => void;

const settleMs = 250;

// The words live in the address, so that going back finds them again.
function SearchPartners({ q, go }: { q: string; go: Go }) {
  const [text, setText] = useState(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => setText((typed) => (typed.trim() === q ? typed : q)), [q]);
  return (
    <TextInput
      className={styles.search}
      type="search"
      aria-label={words.partners.search}
      placeholder={words.partners.search}
      maxLength={100}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => go({ q: value.trim() }), settleMs);
      }}
    />
  );
}

function Filters({ place, stewards, go }: { place: Place; stewards: PartnerList['stewards']; go: Go }) {
  const areas = useChoices('area', place.area === '' ? [] : [place.area]);
  const statuses = fieldOf(useRecordType('partner'), 'status').values ?? [];
  return (
    <div className={styles.filters}>
      <SearchPartners q={place.q} go={go} />
      <Select
        className={styles.filter}
        aria-label={words.partners.area}
        placeholder={words.partners.allAreas}
        leftSection={<IconMapPin size={18} aria-hidden />}
        data={areas.data}
        value={place.area === '' ? null : place.area}
        onChange={(chosen) => go({ area: chosen ?? '' })}
        onSearchChange={areas.setText}
        filter={asFound}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': words.partners.allAreas }}
      />
      {stewards !== null && (
        <Select
          className={styles.filter}
          aria-label={words.partners.steward}
          placeholder={words.partners.allStewards}
          leftSection={<IconUserHeart size={18} aria-hidden />}
          data={stewards.map(({ person, name }) => ({ value: person, label: name }))}
          value={place.steward === '' ? null : place.steward}
          onChange={(chosen) => go({ steward: chosen ?? '' })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': words.partners.allStewards }}
        />
      )}
      <Select
        className={styles.filter}
        aria-label={words.partners.status}
        placeholder={words.partners.allStatuses}
        data={statuses.map(({ name, label }) => ({ value: name, label: labelOf(label) }))}
        value={place.status === '' ? null : place.status}
        onChange={(chosen) => go({ status: chosen ?? '' })}
        clearable
        clearButtonProps={{ 'aria-label': words.partners.allStatuses }}
      />
    </div>
  );
}

const needs = ['visit_due', 'quiet', 'promise_late', 'answer_late', 'steward'] as const;

// What is to be done, and with how many of those that were found.
function Needs({ place, counts }: { place: Place; counts: PartnerList['needs'] | undefined }) {
  const all = { name: '', label: words.partners.need.all, count: undefined };
  const each = needs.map((name) => ({ name, label: words.partners.need[name], count: counts?.[name] }));
  return (
    <nav className={styles.needs} aria-label={words.partners.needs}>
      {[all, ...each].map(({ name, label, count }) => (
        <Link
          key={name}
          href={paths.partnersAt({ ...place, need: name })}
          className={`${pills.pill} ${place.need === name ? pills.on : ''}`}
          aria-current={place.need === name ? 'page' : undefined}
        >
          {label}
          {count !== undefined && <span className={pills.count}>{words.common.count(count)}</span>}
        </Link>
      ))}
    </nav>
  );
}

// The directory: everybody we work with, who sees to them, and what is due.
export function Partners(place: Place) {
  const [, setLocation] = useLocation();
  const descending = place.order.startsWith('-');
  const order = descending ? place.order.slice(1) : place.order;
  const partners = usePartners({ ...place, order, direction: descending ? 'descending' : '' });
  const pages = partners.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.items);
  const total = pages.at(-1)?.total ?? rows.length;
  const narrowed = place.q + place.area + place.steward + place.status + place.need !== '';
  const go: Go = (next) => setLocation(paths.partnersAt({ ...place, ...next }), { replace: true });
  return (
    <>
      <PageHead
        title={words.partners.title}
        subtitle={pages.length === 0 ? '\u00a0' : words.partners.found(total)}
        announced
        actions={<LinkButton href={paths.records('partner')}>{words.partners.add}</LinkButton>}
      />
      <Filters place={place} stewards={pages[0]?.stewards ?? null} go={go} />
      <Needs place={place} counts={pages[0]?.needs} />
      <Card grow>
        {partners.isPending && <Loading status={partners.fetchStatus} what={words.partners.title.toLowerCase()} rows={9} />}
        {partners.isError && <Problem error={partners.error} onRetry={() => void partners.refetch()} />}
        {partners.isSuccess && rows.length === 0 && !narrowed && <Empty icon={IconBuildingCommunity} title={words.partners.none} />}
        {partners.isSuccess && rows.length === 0 && narrowed && (
          <Empty
            icon={IconSearchOff}
            title={words.partners.nothing}
            action={<LinkButton href={paths.partners}>{words.partners.clear}</LinkButton>}
          />
        )}
        {rows.length > 0 && (
          <PartnerTable
            rows={rows}
            order={order}
            descending={descending}
            hrefOf={(column) => paths.partnersAt({ ...place, order: column === order && !descending ? `-${column}` : column })}
          />
        )}
        <MoreRows list={partners} shown={rows.length} />
      </Card>
    </>
  );
}
