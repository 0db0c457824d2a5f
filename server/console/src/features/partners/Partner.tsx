import { IconFileExport, IconPencil, IconPrinter } from '@tabler/icons-react';
import { createPortal } from 'react-dom';
import { Link } from 'wouter';
import type { Partner as Dossier } from '@/api/contract';
import { usePartner } from '@/api/partners';
import { paths } from '@/app/paths';
import { fieldOf, useRecordType } from '@/app/types';
import { Button, LinkButton } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { Gone, isGone } from '@/components/Gone';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Problem } from '@/components/Problem';
import { say } from '@/fields/say';
import { words } from '@/i18n';
import styles from './Dossier.module.css';
import { DossierSheet } from './DossierSheet';
import { NeedsCard, QuotesCard, SessionsCard, ThemesCard, WaitingCard } from './HeardCards';
import { ContactsCard, CultureCard, GlanceCard } from './PeopleCards';
import { PromisesCard } from './PromisesCard';
import { StewardCard } from './StewardCard';
import { AgreementsCard, ExchangeCard, MeetingsCard, TrustCard } from './TogetherCards';

function Crumb({ partner }: { partner: Dossier['partner'] }) {
  return (
    <>
      <Link href={paths.partners}>{words.partners.title}</Link>
      {partner.areas.length > 0 && <bdi>, {partner.areas.join(', ')}</bdi>}
    </>
  );
}

// What the reader may not read is not there, and leaves no gap.
function Loaded({ dossier }: { dossier: Dossier }) {
  const { partner, stewards, contacts, agreements, promises, themes, exchange, quotes, waiting, needs, sessions, meetings, trust } = dossier;
  const status = say(fieldOf(useRecordType('partner'), 'status'), partner.status);
  return (
    <>
      <PageHead
        title={partner.title === '' ? words.records.untitled : partner.title}
        crumb={<Crumb partner={partner} />}
        chips={
          <>
            {status !== '' && <Chip>{status}</Chip>}
            {partner.conflict && <Chip tone="conflict">{words.partners.conflict}</Chip>}
          </>
        }
        actions={
          <>
            <LinkButton href={paths.record(partner.id)} icon={IconPencil}>
              {words.dossier.edit}
            </LinkButton>
            <LinkButton href={paths.partnersCopy(partner.id)} icon={IconFileExport}>
              {words.dossier.share}
            </LinkButton>
            <Button look="primary" icon={IconPrinter} onClick={() => window.print()}>
              {words.dossier.print}
            </Button>
          </>
        }
      />
      <div className={styles.page}>
        <div className={styles.column}>
          <GlanceCard dossier={dossier} />
          {stewards !== null && <StewardCard partner={partner} stewards={stewards} />}
          {contacts !== null && <ContactsCard contacts={contacts} />}
          {agreements !== null && <AgreementsCard agreements={agreements} />}
          {trust !== null && <TrustCard trust={trust} />}
        </div>
        <div className={styles.column}>
          <CultureCard note={partner.culture_note} />
          {promises !== null && <PromisesCard promises={promises} />}
          <div className={styles.two}>
            {themes !== null && <ThemesCard themes={themes} />}
            {exchange !== null && <ExchangeCard exchange={exchange} />}
          </div>
          <div className={styles.two}>
            {quotes !== null && <QuotesCard quotes={quotes} />}
            {waiting !== null && <WaitingCard waiting={waiting} />}
          </div>
          <div className={styles.two}>
            {needs !== null && <NeedsCard needs={needs} />}
            {sessions !== null && <SessionsCard sessions={sessions} />}
          </div>
          {meetings !== null && <MeetingsCard meetings={meetings} />}
        </div>
      </div>
      {createPortal(<DossierSheet dossier={dossier} copy="ours" />, document.body)}
    </>
  );
}

export function Partner({ id }: { id: string }) {
  const partner = usePartner(id);
  if (partner.isPending) return <Loading status={partner.fetchStatus} what={words.dossier.opening} rows={9} />;
  if (isGone(partner.error)) return <Gone />;
  if (partner.data === undefined) return <Problem error={partner.error} onRetry={() => void partner.refetch()} />;
  return <Loaded dossier={partner.data} />;
}
