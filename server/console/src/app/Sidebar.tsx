import { Tooltip, useMatches } from '@mantine/core';
import { IconMenu2, IconX } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Session } from '@/api/contract';
import { Mark } from '@/components/Mark';
import { words } from '@/i18n';
import { Account } from './Account';
import { currentPlace, usePlaces, useWhere, type Place } from './places';
import { useProgramme, type Programme } from './programme';
import styles from './Sidebar.module.css';

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

// Below 1024 the places are behind a button, and go away once one is chosen.
function useMenu(location: string) {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [location]);
  return { open, toggle: () => setOpen(!open), close: () => setOpen(false) };
}

interface Props {
  session: Session;
  onProgramme: (programme: Programme) => void;
}

export function Sidebar({ session, onProgramme }: Props) {
  const [location] = useLocation();
  const rail = useMatches({ base: false, md: true, lg: false });
  const { name } = useProgramme();
  const places = usePlaces();
  const current = currentPlace(places, useWhere(location));
  const { open, toggle, close } = useMenu(location);
  const list = useId();
  const Sign = open ? IconX : IconMenu2;
  return (
    <nav
      className={styles.side}
      aria-label={words.shell.nav}
      onKeyDown={(event) => event.key === 'Escape' && close()}
      data-open={open}
    >
      <div className={styles.head}>
        <div className={styles.brand}>
          <Mark size={34} />
          <span className={styles.label}>{words.app}</span>
        </div>
        <div className={styles.programme}>{name}</div>
        <button type="button" className={styles.menu} aria-expanded={open} aria-controls={list} onClick={toggle}>
          <Sign size={22} aria-hidden />
          <span className="unseen">{words.shell.menu}</span>
        </button>
      </div>
      <div className={styles.places} id={list}>
        {places.map((place) => (
          <PlaceLink key={place.href} place={place} current={place.href === current} narrow={rail} />
        ))}
        <Account session={session} onProgramme={onProgramme} />
      </div>
    </nav>
  );
}
