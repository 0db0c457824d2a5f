import type { words } from '@/i18n';
import { paths } from './paths';

export type HelpPage = keyof (typeof words)['help']['pages'];

const beginnings: [string, HelpPage][] = [
  [paths.inbox, 'inbox'],
  [paths.board, 'board'],
  [paths.partners, 'partners'],
  ['/partner', 'partner'],
  ['/conflicts', 'conflicts'],
  ['/records', 'records'],
  ['/record', 'record'],
  ['/search', 'search'],
  ['/devices', 'devices'],
  [paths.exports, 'exports'],
  [paths.aside, 'aside'],
  [paths.officerKeys, 'officerKeys'],
];

// Whose help belongs to an address; of a page that has none, the overview's.
export function helpPageOf(location: string): HelpPage {
  const found = beginnings.find(([place]) => location === place || location.startsWith(`${place}/`));
  return found?.[1] ?? 'overview';
}
