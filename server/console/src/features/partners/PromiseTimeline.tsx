import type { Partner } from '@/api/contract';
import { words } from '@/i18n';
import styles from './Timeline.module.css';
import { isLate, layTimeline, mostLanes, width, type Line, type Promise } from './timeline';

// On paper there is less room for it.
const roomy = { laneHigh: 32, lanes: mostLanes };
const tight = { laneHigh: 25, lanes: 6 };
const top = 22;
const foot = 26;
const longest = 30;

const clipped = (text: string) => ([...text].length > longest ? `${[...text].slice(0, longest - 1).join('').trim()}…` : text);

export function labelOfPromise(promise: Promise): string {
  const text = clipped(promise.text);
  return isLate(promise) && promise.late_days > 0 ? `${text}, ${words.dossier.daysLate(promise.late_days)}` : text;
}

function End({ line, y }: { line: Line; y: number }) {
  const { state } = line.promise;
  if (state === 'kept') {
    return (
      <g className={styles.kept}>
        <circle cx={line.to} cy={y} r="8" />
        <path d={`M${line.to - 3.5} ${y}l2.6 2.8 4.6-5`} />
      </g>
    );
  }
  if (state === 'kept_late') return <path className={styles.late} d={`M${line.to - 8} ${y}l8-8 8 8-8 8z`} />;
  if (state === 'open' || state === 'overdue') {
    return <circle className={`${styles.open} ${state === 'overdue' ? styles.overdue : ''}`} cx={line.to} cy={y} r="7" />;
  }
  return <path className={styles.given} d={`M${line.to - 5} ${y - 5}l10 10m0-10l-10 10`} />;
}

function Drawn({ line, laneHigh }: { line: Line; laneHigh: number }) {
  const y = top + line.lane * laneHigh;
  const late = isLate(line.promise);
  const behind = line.side === 'end';
  return (
    <g className={late ? styles.isLate : ''}>
      <line className={styles.line} x1={line.from} x2={line.to} y1={y} y2={y} />
      <circle className={styles.made} cx={line.from} cy={y} r="5" />
      {line.due !== undefined && <line className={styles.line} x1={line.due} x2={line.due} y1={y - 7} y2={y + 7} />}
      <End line={line} y={y} />
      <text x={behind ? line.to + 14 : line.from - 12} y={y + 4.5} textAnchor={behind ? 'start' : 'end'}>
        {labelOfPromise(line.promise)}
      </text>
    </g>
  );
}

export const oursOf = ({ items }: NonNullable<Partner['promises']>) => items.filter(({ side }) => side === 'us');

const monthName = (date: string) =>
  new Intl.DateTimeFormat(words.locale, { month: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`)).replace('.', '');

// Our promises of a year, to scale. Time runs from left to right in every language.
export function PromiseTimeline({ promises, printed = false }: { promises: NonNullable<Partner['promises']>; printed?: boolean }) {
  const { laneHigh, lanes: most } = printed ? tight : roomy;
  const { lines, lanes, months, today, undrawn } = layTimeline(oursOf(promises), promises.from, promises.to, labelOfPromise, most);
  const bottom = top + Math.max(1, lanes) * laneHigh - 10;
  const { kept, kept_late: late, open, overdue } = promises.ours;
  const said = words.dossier;
  const label = [said.promises, said.kept(kept), said.keptLate(late), said.openPromises(open), said.overdue(overdue)].join(', ');
  return (
    <div dir="ltr">
      <svg className={styles.chart} viewBox={`0 0 ${width} ${bottom + foot}`} role="img" aria-label={label}>
        {months.map(({ at, date }) => (
          <g key={date}>
            <line className={styles.month} x1={at} x2={at} y1="6" y2={bottom} />
            <text className={styles.name} x={at + 4} y={bottom + 17}>
              {monthName(date)}
            </text>
          </g>
        ))}
        <line className={styles.today} x1={today} x2={today} y1="2" y2={bottom} />
        {lines.map((line) => (
          <Drawn key={line.promise.id} line={line} laneHigh={laneHigh} />
        ))}
      </svg>
      {undrawn > 0 && <p className={styles.undrawn}>{printed ? said.more(undrawn) : said.notDrawn(undrawn)}</p>}
    </div>
  );
}
