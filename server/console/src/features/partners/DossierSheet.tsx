import type { ReactNode } from 'react';
import type { Partner } from '@/api/contract';
import { useProgramme } from '@/app/programme';
import { fieldOf, useRecordType } from '@/app/types';
import { Mark } from '@/components/Mark';
import { sayLanguage } from '@/fields/languages';
import { say } from '@/fields/say';
import { words } from '@/i18n';
import { saidAt, saidDate, saidDateAndYear } from '@/i18n/dates';
import { wallTimeMs } from '@/i18n/zone';
import { Quote, ThemeBars } from './HeardCards';
import { sayTrust } from './PeopleCards';
import { PromiseTimeline } from './PromiseTimeline';
import { sayCounts } from './PromisesCard';
import styles from './Sheet.module.css';
import { Butterfly, sayAgreement } from './TogetherCards';

interface Props {
  dossier: Partner;
  copy: 'ours' | 'theirs';
  // On the page; else it is there for the printer alone.
  seen?: boolean;
}

// So that it is two sheets of paper, whatever was written down. Somebody's own words are never shortened: longer ones are left out.
const most = { contacts: 4, quotes: 2, waiting: 4, needs: 7, meetings: 7, sessions: 5, promises: 9, themes: 6, kinds: 6 };
const longest = { line: 110, description: 130, quote: 200 };

function clipped(text: string, most: number): string {
  const signs = [...text];
  return signs.length > most ? `${signs.slice(0, most - 1).join('').trim()}…` : text;
}

function kindsOf({ kinds, ...exchange }: NonNullable<Partner['exchange']>) {
  const largest = kinds.toSorted((one, other) => other.given + other.received - one.given - one.received);
  return { ...exchange, kinds: largest.slice(0, most.kinds) };
}
const todayHere = () => new Date(wallTimeMs(new Date())).toISOString().slice(0, 10);

function Page({ children, ...rest }: Props & { children: ReactNode; nth: number }) {
  const { dossier, copy, nth } = rest;
  const { name } = useProgramme();
  const said = words.dossierSheet;
  const { partner } = dossier;
  const line = [copy === 'ours' ? said.title : said.theirTitle, ...partner.areas, said.printed(saidDateAndYear(todayHere()))];
  return (
    <section className={styles.paper} aria-label={said.page(nth)}>
      <header className={styles.head}>
        <Mark size={40} />
        <div>
          <p className={styles.title}>
            <bdi>{partner.title}</bdi>
          </p>
          <p>
            <bdi>{line.join(', ')}</bdi>
          </p>
        </div>
        <p>{said.page(nth)}</p>
      </header>
      {children}
      <footer className={styles.foot}>
        <span>{copy === 'ours' ? said.footer : `${said.made(partner.title)}. ${said.theirFooter}`}</span>
        <span>
          {words.app}, <bdi>{name}</bdi>
        </span>
      </footer>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.part}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

const More = ({ all, shown }: { all: number; shown: number }) => (all > shown ? <p className={styles.quiet}>{words.dossier.more(all - shown)}</p> : null);

function People({ dossier }: { dossier: Partner }) {
  const { partner, stewards, contacts, trust, meetings } = dossier;
  const said = words.dossier;
  return (
    <div className={styles.three}>
      {stewards !== null && (
        <Part title={words.stewards.title}>
          {[...stewards.us, ...stewards.partner].map((one) => (
            <p key={one.id}>
              <b>
                <bdi>{one.name}</bdi>
              </b>
              {one.from === '' ? '' : `, ${words.stewards.since(saidDateAndYear(one.from))}`}
            </p>
          ))}
          {stewards.us.length + stewards.partner.length === 0 && <p>{words.stewards.none}</p>}
        </Part>
      )}
      {contacts !== null && (
        <Part title={said.contacts}>
          {contacts.slice(0, most.contacts).map((one) => (
            <p key={one.id}>
              <b>
                <bdi>{one.name}</bdi>
              </b>
              <bdi>{[one.title, one.phone].filter((part) => part !== '').map((part) => `, ${part}`)}</bdi>
            </p>
          ))}
          <More all={contacts.length} shown={most.contacts} />
        </Part>
      )}
      <Part title={said.glance}>
        {partner.description !== '' && <p dir="auto">{clipped(partner.description, longest.description)}</p>}
        {partner.languages.length > 0 && <p>{partner.languages.map(sayLanguage).join(', ')}</p>}
        {meetings !== null && <p>{meetings.next === null ? said.noVisit : said.nextVisit(saidAt(meetings.next.start))}</p>}
        {trust !== null && <p>{sayTrust(trust)}</p>}
      </Part>
    </div>
  );
}

function Waiting({ waiting, copy }: { waiting: NonNullable<Partner['waiting']>; copy: Props['copy'] }) {
  const said = words.dossierSheet;
  return (
    <Part title={words.dossier.waiting}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{said.asked}</th>
            <th scope="col">{said.heard}</th>
            <th scope="col">{said.tellBy}</th>
            {copy === 'ours' && <th scope="col">{said.who}</th>}
          </tr>
        </thead>
        <tbody>
          {waiting.items.slice(0, most.waiting).map((one) => (
            <tr key={one.id}>
              <td dir="auto">{clipped(one.summary || one.text || words.records.untitled, longest.line)}</td>
              <td>{saidDate(one.received_on)}</td>
              <td>{saidDate(one.due)}</td>
              {copy === 'ours' && (
                <td>
                  <bdi>{one.assignee}</bdi>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <More all={waiting.total} shown={most.waiting} />
      {waiting.total === 0 && <p>{words.dossier.noWaiting}</p>}
    </Part>
  );
}

function First({ dossier, copy }: Props) {
  const { promises, themes, exchange, quotes, waiting } = dossier;
  const said = words.dossier;
  const short = quotes?.items.filter(({ text, translation }) => text.length + translation.length <= longest.quote) ?? [];
  return (
    <>
      <People dossier={dossier} />
      {promises !== null && (
        <Part title={`${said.promises}: ${sayCounts(promises).join(', ')}`}>
          {promises.items.length === 0 ? <p>{said.noPromises}</p> : <PromiseTimeline promises={promises} printed />}
        </Part>
      )}
      <div className={styles.two}>
        {themes !== null && (
          <Part title={`${said.heard}, ${said.heardOf(themes.notes, themes.sessions)}`}>
            {themes.items.length === 0 ? <p>{said.noThemes}</p> : <ThemeBars themes={{ ...themes, items: themes.items.slice(0, most.themes) }} />}
          </Part>
        )}
        {exchange !== null && (
          <Part title={`${said.exchange}, ${said.exchangeHint}`}>
            {exchange.kinds.length === 0 ? <p>{said.noExchange}</p> : <Butterfly exchange={kindsOf(exchange)} />}
          </Part>
        )}
      </div>
      {short.length > 0 && (
        <ul className={styles.quotes}>
          {short.slice(0, most.quotes).map((quote) => (
            <Quote key={quote.id} quote={quote} />
          ))}
        </ul>
      )}
      {waiting !== null && <Waiting waiting={waiting} copy={copy} />}
    </>
  );
}

function Lines({ title, all, lines }: { title: string; all: number; lines: { id: string; text: string; more: string }[] }) {
  if (all === 0) return null;
  return (
    <Part title={title}>
      <ul className={styles.lines}>
        {lines.map(({ id, text, more }) => (
          <li key={id}>
            <bdi>{clipped(text || words.records.untitled, longest.line)}</bdi>
            <span className={styles.quiet}>{more}</span>
          </li>
        ))}
      </ul>
      <More all={all} shown={lines.length} />
    </Part>
  );
}

const joined = (parts: string[]) => parts.filter((part) => part !== '').join(', ');

function Second({ dossier }: Props) {
  const { partner, promises, needs, sessions, meetings, agreements } = dossier;
  const needStatus = fieldOf(useRecordType('need'), 'status');
  const eventType = fieldOf(useRecordType('event'), 'type');
  const said = words.dossier;
  const open = promises?.items.filter(({ state }) => state === 'open' || state === 'overdue') ?? [];
  return (
    <>
      {partner.culture_note !== '' && (
        <Part title={said.culture}>
          <p className={styles.culture} dir="auto">
            {partner.culture_note}
          </p>
        </Part>
      )}
      <div className={styles.two}>
        <Lines
          title={said.promises.split(',')[0]!}
          all={open.length}
          lines={open.slice(0, most.promises).map((one) => ({
            id: one.id,
            text: one.text,
            more: joined([one.side === 'us' ? said.ours : said.theirs, saidDate(one.due), one.late_days > 0 ? said.daysLate(one.late_days) : '']),
          }))}
        />
        <Lines
          title={said.needs}
          all={needs?.total ?? 0}
          lines={(needs?.items ?? []).slice(0, most.needs).map((one) => ({
            id: one.id,
            text: one.text,
            more: joined([say(needStatus, one.status), said.agreedBy[one.agreed]!, one.rank === null ? '' : said.rank(one.rank)]),
          }))}
        />
        <Lines
          title={said.meetings}
          all={meetings?.held ?? 0}
          lines={(meetings?.items ?? []).slice(0, most.meetings).map((one) => ({
            id: one.id,
            text: one.title,
            more: joined([saidAt(one.start), say(eventType, one.type)]),
          }))}
        />
        <Lines
          title={said.sessions}
          all={sessions?.total ?? 0}
          lines={(sessions?.items ?? []).slice(0, most.sessions).map((one) => ({
            id: one.id,
            text: one.purpose,
            more: joined([one.on === null ? '' : saidDate(one.on), one.shared_back ? said.sharedBack : said.notSharedBack]),
          }))}
        />
        <Lines
          title={said.agreements}
          all={agreements?.length ?? 0}
          lines={(agreements ?? []).slice(0, most.needs).map((one) => ({
            id: one.id,
            text: one.title,
            more: sayAgreement(one),
          }))}
        />
      </div>
    </>
  );
}

// What goes on paper, white whatever the theme. The office has left out already what this copy must not tell.
export function DossierSheet(props: Props) {
  return (
    <article className={`${styles.sheet} ${props.seen === true ? styles.seen : styles.printed}`} aria-label={words.dossierSheet.title}>
      <Page {...props} nth={1}>
        <First {...props} />
      </Page>
      <Page {...props} nth={2}>
        <Second {...props} />
      </Page>
    </article>
  );
}
