import { IconArchive, IconArrowsSplit2, IconDeviceTablet, IconFileExport, IconInbox, IconKey, IconLayoutDashboard, IconMessage2Check, IconStack2, type Icon } from '@tabler/icons-react';
import type { RecordType } from '@/api/contract';
import { useOverview, useRecord, useTypes } from '@/api/records';
import { iconOf } from '@/components/TypeIcon';
import { labelOf, words } from '@/i18n';
import { paths, recordIn } from './paths';
import { mayExport, mayKeepKeys, mayManageDevices, mayReview, seesToAside, useProgramme } from './programme';
import { areasOf, forReaders } from './types';

// A page that the navigation leads to.
export interface Place {
  href: string;
  label: string;
  icon: Icon;
  count?: number | undefined;
}

const mostTypes = 8;
// The board stands behind the partners, of whom it speaks.
const beforeBoard = 'partner';

// Partners have a page of their own; every other type its list.
const listOf = (type: string) => (type === 'partner' ? paths.partners : paths.records(type));
const placeOf = (type: RecordType): Place => ({ href: listOf(type.name), label: labelOf(type.plural), icon: iconOf(type) });

export function usePlaces(): Place[] {
  const { role } = useProgramme();
  const answer = useTypes().data;
  const overview = useOverview().data;
  const { types, areas } = answer === undefined ? { types: [], areas: [] } : forReaders(answer, role);
  const everyday = areasOf(types, areas).flatMap((area) => area.types.filter((type) => type.everyday));
  const listed = everyday.slice(0, mostTypes);
  const behind = listed.findIndex(({ name }) => name === beforeBoard) + 1;
  const readsBoard = ['feedback', 'response'].every((name) => types.some((type) => type.name === name));
  return [
    { href: paths.overview, label: words.shell.overview, icon: IconLayoutDashboard },
    ...(mayReview(role) ? [{ href: paths.inbox, label: words.inbox.title, icon: IconInbox, count: overview?.waiting }] : []),
    { href: paths.conflicts, label: words.shell.conflicts, icon: IconArrowsSplit2, count: overview?.conflicts },
    ...listed.slice(0, behind).map(placeOf),
    ...(readsBoard ? [{ href: paths.board, label: words.board.title, icon: IconMessage2Check }] : []),
    ...listed.slice(behind).map(placeOf),
    { href: paths.allRecords, label: words.shell.records, icon: IconStack2 },
    ...(mayManageDevices(role) ? [{ href: paths.devices, label: words.shell.devices, icon: IconDeviceTablet }] : []),
    ...(mayExport(role) ? [{ href: paths.exports, label: words.exports.title, icon: IconFileExport }] : []),
    ...(seesToAside(role) ? [{ href: paths.aside, label: words.aside.title, icon: IconArchive }] : []),
    ...(mayKeepKeys(role) ? [{ href: paths.officerKeys, label: words.sealed.title, icon: IconKey }] : []),
  ];
}

// Where we are, for the navigation: a record's page lies in the list of its type.
export function useWhere(location: string): string {
  const record = useRecord(recordIn(location)).data;
  if (location.startsWith('/partner/')) return paths.partners;
  return record === undefined ? location : listOf(record.type);
}

// The place whose address is the longest beginning of where we are.
export function currentPlace(places: Place[], location: string): string | undefined {
  const here = places.filter(({ href }) => location === href || (href !== '/' && location.startsWith(`${href}/`)));
  return here.sort((a, b) => b.href.length - a.href.length)[0]?.href;
}
