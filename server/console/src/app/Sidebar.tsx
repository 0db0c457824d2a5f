import { Tooltip, useMatches } from '@mantine/core';
import {
  IconArrowsSplit2,
  IconDeviceTablet,
  IconLayoutDashboard,
  IconStack2,
  type Icon,
} from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { Session } from '@/api/contract';
import { useOverview, useTypes } from '@/api/records';
import { iconOf } from '@/components/TypeIcon';
import { Mark } from '@/components/Mark';
import { labelOf, words } from '@/i18n';
import { Account } from './Account';
import { mayManageDevices, useProgramme, type Programme } from './programme';
import styles from './Sidebar.module.css';

// Types that coordinators open all day have a place of their own; the others are a click away.
const everyday = ['event', 'partner', 'feedback', 'commitment'];

interface Place {
  href: string;
  label: string;
  icon: Icon;
  count?: number | undefined;
}

function usePlaces(): Place[] {
  const { role } = useProgramme();
  const types = useTypes().data ?? [];
  const conflicts = useOverview().data?.conflicts;
  const own = everyday.flatMap((name) => types.filter((type) => type.name === name));
  return [
    { href: '/', label: words.shell.overview, icon: IconLayoutDashboard },
    { href: '/conflicts', label: words.shell.conflicts, icon: IconArrowsSplit2, count: conflicts },
    ...own.map((type) => ({ href: `/records/${type.name}`, label: labelOf(type.plural), icon: iconOf(type) })),
    { href: '/records', label: words.shell.records, icon: IconStack2 },
    ...(mayManageDevices(role) ? [{ href: '/devices', label: words.shell.devices, icon: IconDeviceTablet }] : []),
  ];
}

// The place whose address is the longest beginning of where we are.
function currentPlace(places: Place[], location: string): string | undefined {
  const here = places.filter(({ href }) => location === href || (href !== '/' && location.startsWith(`${href}/`)));
  return here.sort((a, b) => b.href.length - a.href.length)[0]?.href;
}

function PlaceLink({ place, current, narrow }: { place: Place; current: boolean; narrow: boolean }) {
  const { href, label, icon: Sign, count } = place;
  return (
    <Tooltip label={label} position="right" disabled={!narrow}>
      <Link
        href={href}
        className={`${styles.place} ${current ? styles.current : ''}`}
        aria-current={current ? 'page' : undefined}
      >
        <Sign size={20} aria-hidden />
        <span className={styles.label}>{label}</span>
        {count !== undefined && count > 0 && <b className={styles.count}>{words.common.count(count)}</b>}
      </Link>
    </Tooltip>
  );
}

interface Props {
  session: Session;
  onProgramme: (programme: Programme) => void;
}

export function Sidebar({ session, onProgramme }: Props) {
  const [location] = useLocation();
  const narrow = useMatches({ base: true, lg: false });
  const { name } = useProgramme();
  const places = usePlaces();
  const current = currentPlace(places, location);
  return (
    <nav className={styles.side} aria-label={words.shell.nav}>
      <div className={styles.brand}>
        <Mark size={34} />
        <span className={styles.label}>{words.app}</span>
      </div>
      <div className={styles.programme}>{name}</div>
      {places.map((place) => (
        <PlaceLink key={place.href} place={place} current={place.href === current} narrow={narrow} />
      ))}
      <Account session={session} onProgramme={onProgramme} />
    </nav>
  );
}
