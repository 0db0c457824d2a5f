import { IconPrinter } from '@tabler/icons-react';
import { createPortal } from 'react-dom';
import { Link } from 'wouter';
import { usePartner } from '@/api/partners';
import { paths } from '@/app/paths';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Gone, isGone } from '@/components/Gone';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Problem } from '@/components/Problem';
import { words } from '@/i18n';
import styles from './Dossier.module.css';
import { DossierSheet } from './DossierSheet';

// What may be given to the partner, seen before it leaves: the office leaves out what is ours alone.
export function PartnersCopy({ id }: { id: string }) {
  const partner = usePartner(id, 'theirs');
  if (partner.isPending) return <Loading status={partner.fetchStatus} what={words.dossier.opening} rows={9} />;
  if (isGone(partner.error)) return <Gone />;
  if (partner.data === undefined) return <Problem error={partner.error} onRetry={() => void partner.refetch()} />;
  const said = words.dossierSheet;
  return (
    <>
      <PageHead
        title={said.theirTitle}
        crumb={<Link href={paths.partner(id)}>{partner.data.partner.title || said.back}</Link>}
        subtitle={said.hint}
        actions={
          <Button look="primary" icon={IconPrinter} onClick={() => window.print()}>
            {said.print}
          </Button>
        }
      />
      <Card title={said.preview}>
        <div className={styles.preview} tabIndex={0} role="region" aria-label={said.preview}>
          <DossierSheet dossier={partner.data} copy="theirs" seen />
        </div>
      </Card>
      {createPortal(<DossierSheet dossier={partner.data} copy="theirs" />, document.body)}
    </>
  );
}
