import { IconCalendarEvent, IconFileCertificate } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Partner, PartnerMeeting } from '@/api/contract';
import { paths } from '@/app/paths';
import { fieldOf, useRecordType } from '@/app/types';
import { Card } from '@/components/Card';
import { Suppressed } from '@/components/Suppressed';
import table from '@/components/table.module.css';
import { say } from '@/fields/say';
import { words } from '@/i18n';
import { saidAt, saidDate } from '@/i18n/dates';
import styles from './Dossier.module.css';
import { More } from './HeardCards';

type Part<Name extends keyof Partner> = NonNullable<Partner[Name]>;

// Both sides against one middle; the numbers stand beside their bars.
export function Butterfly({ exchange }: { exchange: Part<'exchange'> }) {
  const kind = fieldOf(useRecordType('contribution'), 'kind');
  const most = Math.max(1, ...exchange.kinds.flatMap(({ given, received }) => [given, received]));
  const wide = (times: number) => ({ width: `${(78 * times) / most}%` });
  const said = words.dossier;
  return (
    <table className={styles.butterfly}>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{said.kind}</span>
          </th>
          <th scope="col">{said.weBrought(exchange.given)}</th>
          <th scope="col">{said.theyBrought(exchange.received)}</th>
        </tr>
      </thead>
      <tbody>
        {exchange.kinds.map(({ kind: name, given, received }) => (
          <tr key={name}>
            <th scope="row">{say(kind, name)}</th>
            <td>
              <span className={styles.given}>
                <b className="number">{words.common.count(given)}</b>
                <i style={wide(given)} aria-hidden />
              </span>
            </td>
            <td>
              <span className={styles.received}>
                <i style={wide(received)} aria-hidden />
                <b className="number">{words.common.count(received)}</b>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ExchangeCard({ exchange }: { exchange: Part<'exchange'> }) {
  const said = words.dossier;
  const { hours } = exchange;
  return (
    <Card title={said.exchange} aside={said.exchangeHint}>
      {exchange.kinds.length === 0 ? <p className={styles.nothing}>{said.noExchange}</p> : <Butterfly exchange={exchange} />}
      {hours !== null && <p className={styles.more}>{said.hours(words.measures.decimal(hours.given), words.measures.decimal(hours.received))}</p>}
    </Card>
  );
}

function sayMinutes({ minutes }: PartnerMeeting): string {
  const said = words.dossier;
  if (minutes === null) return said.noMinutes;
  return minutes.acknowledged ? said.minutesRead : minutes.sent ? said.minutesSent : said.minutesKept;
}

export function MeetingsCard({ meetings }: { meetings: Part<'meetings'> }) {
  const type = fieldOf(useRecordType('event'), 'type');
  const said = words.dossier;
  const { next, items, presence } = meetings;
  const listed = next === null ? items : [next, ...items];
  return (
    <Card title={said.meetings} aside={words.common.count(meetings.held)}>
      {listed.length === 0 && <p className={styles.nothing}>{said.noMeetings}</p>}
      {presence !== null && presence.periods > 0 && (
        <p className={styles.lead}>
          {said.presence(presence.met, presence.periods)}, {said.gap(presence.longest_gap)}.
        </p>
      )}
      <ul className={styles.lines}>
        {listed.map((meeting) => (
          <li key={meeting.id}>
            <IconCalendarEvent size={20} aria-hidden />
            <div>
              <Link href={paths.record(meeting.id)} className={styles.open}>
                <bdi>{meeting.title || words.records.untitled}</bdi>
              </Link>
              <p>
                {[saidAt(meeting.start), say(type, meeting.type), meeting.id === next?.id ? said.next : sayMinutes(meeting)]
                  .filter((part) => part !== '')
                  .join(', ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <More total={meetings.held} shown={items.length} />
    </Card>
  );
}

export function sayAgreement({ state, ends_on: ends }: Part<'agreements'>[number]): string {
  const said = words.dossier;
  if (state !== 'signed') return said.agreed[state]!;
  return ends === null ? said.noEnd : said.until(saidDate(ends));
}

export function AgreementsCard({ agreements }: { agreements: Part<'agreements'> }) {
  const kind = fieldOf(useRecordType('agreement'), 'kind');
  return (
    <Card title={words.dossier.agreements} aside={words.common.count(agreements.length)}>
      {agreements.length === 0 && <p className={styles.nothing}>{words.dossier.noAgreements}</p>}
      <ul className={styles.lines}>
        {agreements.map((agreement) => (
          <li key={agreement.id}>
            <IconFileCertificate size={20} aria-hidden />
            <div>
              <Link href={paths.record(agreement.id)} className={styles.open}>
                <bdi>{agreement.title || say(kind, agreement.kind)}</bdi>
              </Link>
              <p>{sayAgreement(agreement)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function TrustCard({ trust }: { trust: Part<'trust'> }) {
  const said = words.dossier;
  if (trust.length === 0) return null;
  return (
    <Card title={said.trustCard}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{said.wave}</th>
            <th scope="col" className={table.end}>
              {said.score}
            </th>
            <th scope="col" className={table.end}>
              {said.answers}
            </th>
          </tr>
        </thead>
        <tbody>
          {trust.map((wave) => (
            <tr key={wave.id}>
              <td>
                <bdi>{wave.name}</bdi>
              </td>
              <td className={`number ${table.end}`}>{wave.score === null ? <span className="muted">{said.tooFew}</span> : Math.round(wave.score)}</td>
              <td className={`number ${table.end}`}>
                {typeof wave.people === 'number' ? words.common.count(wave.people) : <Suppressed people={wave.people} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.more}>{said.trustNote}</p>
    </Card>
  );
}
