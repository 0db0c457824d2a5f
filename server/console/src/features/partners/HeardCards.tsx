import { IconBulb, IconEar, IconMessageQuestion } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Partner } from '@/api/contract';
import { paths } from '@/app/paths';
import { fieldOf, useRecordType } from '@/app/types';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { say } from '@/fields/say';
import { labelOf, words } from '@/i18n';
import { saidDate } from '@/i18n/dates';
import styles from './Dossier.module.css';

type Part<Name extends keyof Partner> = NonNullable<Partner[Name]>;

// Sessions, never people: how often a theme came up says nothing of how many think so.
export function ThemeBars({ themes }: { themes: Part<'themes'> }) {
  const most = Math.max(1, ...themes.items.map(({ sessions }) => sessions));
  return (
    <table className={styles.bars}>
      <thead className="unseen">
        <tr>
          <th scope="col">{words.dossier.theme}</th>
          <th scope="col">{words.dossier.raised}</th>
        </tr>
      </thead>
      <tbody>
        {themes.items.map(({ id, name, sessions }) => (
          <tr key={id}>
            <th scope="row">{labelOf(name)}</th>
            <td>
              <span className={styles.bar} aria-hidden>
                <i style={{ width: `${(100 * sessions) / most}%` }} />
              </span>
              <b className="number">{words.dossier.ofSessions(sessions, themes.sessions)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ThemesCard({ themes }: { themes: Part<'themes'> }) {
  return (
    <Card title={words.dossier.heard} aside={words.dossier.heardOf(themes.notes, themes.sessions)}>
      {themes.items.length === 0 ? <p className={styles.nothing}>{words.dossier.noThemes}</p> : <ThemeBars themes={themes} />}
    </Card>
  );
}

export function Quote({ quote }: { quote: Part<'quotes'>['items'][number] }) {
  const said = words.dossier;
  const who = quote.speaker === '' ? said.mayShare : said.mayShareNamed(quote.speaker);
  return (
    <li className={styles.quote}>
      <p lang={quote.language || undefined} dir="auto">
        {said.quote(quote.text)}
      </p>
      {quote.translation !== '' && (
        <p className={styles.translation} dir="auto">
          {quote.translation}
        </p>
      )}
      <small>
        {quote.on !== null && `${saidDate(quote.on)}. `}
        <bdi>{who}</bdi>
      </small>
    </li>
  );
}

export function QuotesCard({ quotes }: { quotes: Part<'quotes'> }) {
  const said = words.dossier;
  return (
    <section className={styles.voices} aria-label={said.quotes}>
      <h2>
        {said.quotes} {quotes.total > quotes.items.length && <span className={styles.aside}>{said.quotesOf(quotes.items.length, quotes.total)}</span>}
      </h2>
      {quotes.items.length === 0 && <p className="muted">{said.noQuotes}</p>}
      <ul>
        {quotes.items.map((quote) => (
          <Quote key={quote.id} quote={quote} />
        ))}
      </ul>
    </section>
  );
}

export function WaitingCard({ waiting }: { waiting: Part<'waiting'> }) {
  const said = words.dossier;
  return (
    <Card title={said.waiting} aside={words.common.count(waiting.total)}>
      {waiting.items.length === 0 && <p className={styles.nothing}>{said.noWaiting}</p>}
      <ul className={styles.lines}>
        {waiting.items.map((item) => (
          <li key={item.id}>
            <IconMessageQuestion size={20} aria-hidden />
            <div>
              <Link href={paths.record(item.id)} className={styles.open}>
                {item.text !== '' ? <q lang={item.language || undefined}>{item.text}</q> : <bdi>{item.summary || words.records.untitled}</bdi>}
              </Link>
              <p>
                {said.heardOn(saidDate(item.received_on))}, {said.dueBack(saidDate(item.due))},{' '}
                <bdi>{item.assignee === '' ? said.nobodyYet : said.withWhom(item.assignee)}</bdi>
              </p>
              {item.late_by > 0 && <Chip tone="warning">{said.daysLate(item.late_by)}</Chip>}
            </div>
          </li>
        ))}
      </ul>
      <More total={waiting.total} shown={waiting.items.length} />
    </Card>
  );
}

export function More({ total, shown }: { total: number; shown: number }) {
  return total > shown ? <p className={styles.more}>{words.dossier.more(total - shown)}</p> : null;
}

export function NeedsCard({ needs }: { needs: Part<'needs'> }) {
  const status = fieldOf(useRecordType('need'), 'status');
  const said = words.dossier;
  return (
    <Card title={said.needs} aside={words.common.count(needs.total)}>
      {needs.items.length === 0 && <p className={styles.nothing}>{said.noNeeds}</p>}
      <ul className={styles.lines}>
        {needs.items.map((need) => (
          <li key={need.id}>
            <IconBulb size={20} aria-hidden />
            <div>
              <Link href={paths.record(need.id)} className={styles.open}>
                <bdi>{need.text || words.records.untitled}</bdi>
              </Link>
              <p>
                {[
                  say(status, need.status),
                  said.agreedBy[need.agreed],
                  need.rank === null ? '' : said.rank(need.rank),
                  need.sessions > 0 ? said.heardIn(need.sessions) : '',
                ]
                  .filter((part) => part !== '')
                  .join(', ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <More total={needs.total} shown={needs.items.length} />
    </Card>
  );
}

export function SessionsCard({ sessions }: { sessions: Part<'sessions'> }) {
  const level = fieldOf(useRecordType('listening_session'), 'level');
  const said = words.dossier;
  return (
    <Card title={said.sessions} aside={words.common.count(sessions.total)}>
      {sessions.items.length === 0 && <p className={styles.nothing}>{said.noSessions}</p>}
      <ul className={styles.lines}>
        {sessions.items.map((session) => (
          <li key={session.id}>
            <IconEar size={20} aria-hidden />
            <div>
              <Link href={paths.record(session.id)} className={styles.open}>
                <bdi>{session.purpose || words.records.untitled}</bdi>
              </Link>
              <p>
                {[
                  session.on === null ? '' : saidDate(session.on),
                  session.people === null ? '' : said.people(String(session.people)),
                  say(level, session.level),
                  session.shared_back ? said.sharedBack : said.notSharedBack,
                ]
                  .filter((part) => part !== '')
                  .join(', ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <More total={sessions.total} shown={sessions.items.length} />
    </Card>
  );
}
