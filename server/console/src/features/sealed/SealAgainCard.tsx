import { notifications } from '@mantine/notifications';
import { IconShieldLock } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { RecordPage } from '@/api/contract';
import { useOfficerKeys } from '@/api/officer_keys';
import { useScope } from '@/api/scope';
import { paths } from '@/app/paths';
import { useRecordType } from '@/app/types';
import { Button, LinkButton } from '@/components/Button';
import { Card } from '@/components/Card';
import { SendProblem } from '@/components/Problem';
import { words } from '@/i18n';
import { sealAgain } from './seal_again';
import styles from './Sealed.module.css';

// On a sensitive record whose words lie open: it was saved before it was called sensitive, or before there were keys.
export function SealAgainCard({ record }: { record: RecordPage }) {
  const type = useRecordType(record.type);
  const { programme, key } = useScope();
  const client = useQueryClient();
  const [, goTo] = useLocation();
  const keys = useOfficerKeys().data;
  const readers = (keys?.items ?? []).filter(({ retired }) => !retired).map(({ public_key }) => public_key);
  const again = useMutation({
    mutationFn: () => sealAgain(programme, type, record, readers),
    onSuccess: async (id) => {
      notifications.show({ message: words.sealed.againDone });
      goTo(paths.record(id));
      // Not even this page keeps the words.
      client.removeQueries({ queryKey: key('record', record.id) });
      client.removeQueries({ queryKey: key('history', record.id) });
      client.removeQueries({ queryKey: ['title'] });
      await client.invalidateQueries({ queryKey: key() });
    },
  });
  if (keys === undefined) return null;
  const enough = keys.officers >= keys.needed;
  return (
    <Card title={words.sealed.openTitle}>
      <div className={styles.panel}>
        <p>{words.sealed.openHint}</p>
        <p className={styles.hint}>{enough ? words.sealed.againHint : words.sealed.off}</p>
        <div className={styles.buttons}>
          {enough ? (
            <Button look="primary" icon={IconShieldLock} disabled={again.isPending} onClick={() => again.mutate()}>
              {words.sealed.sealAgain}
            </Button>
          ) : (
            <LinkButton href={paths.officerKeys}>{words.sealed.title}</LinkButton>
          )}
        </div>
        <SendProblem error={again.error} />
      </div>
    </Card>
  );
}
