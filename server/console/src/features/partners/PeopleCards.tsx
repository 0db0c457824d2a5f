import { IconAddressBook, IconCalendarEvent, IconCalendarRepeat, IconHeartHandshake, IconLanguage, IconMapPin, IconMoodHeart, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Partner } from '@/api/contract';
import { paths } from '@/app/paths';
import { fieldOf, useRecordType } from '@/app/types';
import { Avatar } from '@/components/Avatar';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { say } from '@/fields/say';
import { sayLanguage } from '@/fields/languages';
import { words } from '@/i18n';
import { saidAt, saidDate, saidDateAndYear } from '@/i18n/dates';
import styles from './Dossier.module.css';

export function sayTrust(trust: NonNullable<Partner['trust']>): string {
  const said = words.dossier;
  const latest = trust[0];
  if (latest === undefined) return said.trustNone;
  if (latest.score === null) return said.trustFew(String(latest.people));
  return said.trust(String(Math.round(latest.score)), String(latest.people));
}

function Fact({ icon: Sign, children }: { icon: Icon; children: ReactNode }) {
  return (
    <li>
      <Sign size={18} aria-hidden />
      <span>{children}</span>
    </li>
  );
}

export function GlanceCard({ dossier }: { dossier: Partner }) {
  const { partner, meetings, trust } = dossier;
  const said = words.dossier;
  return (
    <Card title={said.glance}>
      {partner.description !== '' && (
        <p className={styles.lead} dir="auto">
          {partner.description}
        </p>
      )}
      <ul className={styles.facts}>
        {partner.areas.length > 0 && (
          <Fact icon={IconMapPin}>
            <bdi>{partner.areas.join(', ')}</bdi>
          </Fact>
        )}
        {partner.languages.length > 0 && <Fact icon={IconLanguage}>{partner.languages.map(sayLanguage).join(', ')}</Fact>}
        {meetings !== null && (
          <Fact icon={IconCalendarEvent}>{meetings.next === null ? said.noVisit : said.nextVisit(saidAt(meetings.next.start))}</Fact>
        )}
        {partner.cadence_days !== null && <Fact icon={IconCalendarRepeat}>{said.cadence(partner.cadence_days)}</Fact>}
        {partner.since !== '' && <Fact icon={IconHeartHandshake}>{said.since(saidDateAndYear(partner.since))}</Fact>}
        {trust !== null && (
          <Fact icon={IconMoodHeart}>
            {sayTrust(trust)}
            {trust[0] !== undefined && <small className="muted"> {said.trustWave(trust[0].name)}</small>}
          </Fact>
        )}
      </ul>
    </Card>
  );
}

export function CultureCard({ note }: { note: string }) {
  const said = words.dossier;
  return (
    <Card title={said.culture} aside={said.cultureHint}>
      {note === '' ? (
        <p className={styles.nothing}>{said.noCulture}</p>
      ) : (
        <p className={styles.culture} dir="auto">
          {note}
        </p>
      )}
    </Card>
  );
}

type Contact = NonNullable<Partner['contacts']>[number];

function Reach({ contact }: { contact: Contact }) {
  const channel = say(fieldOf(useRecordType('contact'), 'preferred_channel'), contact.channel);
  const said = words.dossier;
  if (contact.consent === 'no' || contact.consent === 'withdrawn') return <p>{said.refused}</p>;
  if (contact.consent !== 'yes') return <p>{said.unasked}</p>;
  return <p>{[channel, contact.phone, contact.email, contact.languages.map(sayLanguage).join(', ')].filter((part) => part !== '').join(', ')}</p>;
}

export function ContactsCard({ contacts }: { contacts: Contact[] }) {
  const said = words.dossier;
  return (
    <Card title={said.contacts} aside={words.common.count(contacts.length)}>
      {contacts.length === 0 && <p className={styles.nothing}>{said.noContacts}</p>}
      <ul className={styles.people}>
        {contacts.map((contact) => (
          <li key={contact.id}>
            {contact.name === '' ? <IconAddressBook size={22} aria-hidden /> : <Avatar name={contact.name} />}
            <div>
              <Link href={paths.record(contact.id)} className={styles.open}>
                <bdi>{contact.name || words.records.untitled}</bdi>
              </Link>
              <bdi>{contact.title === '' ? '' : `, ${contact.title}`}</bdi> {contact.broker && <Chip tone="info">{said.broker}</Chip>}
              <Reach contact={contact} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export const sayOn = (day: string | null) => (day === null || day === '' ? '' : saidDate(day));
