import { notifications } from '@mantine/notifications';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useProgramme } from '@/app/programme';
import { useRecordTypes } from '@/app/types';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { words } from '@/i18n';
import { useHeldKeys } from './held_keys';
import { letInAll } from './let_in_all';
import { Unlock, type Keys } from './Unlock';
import styles from './Sealed.module.css';

// For whoever made a new key: an officer who can open what was sealed before lets them in.
export function OtherOfficers({ keys }: { keys: Keys }) {
  const { programme } = useProgramme();
  const types = useRecordTypes();
  const held = useHeldKeys();
  const letIn = useMutation({
    mutationFn: (officer: Keys[number]) => letInAll({ programme, types, held, publicKey: officer.public_key }),
    onSuccess: (records) => notifications.show({ message: words.sealed.letInAllDone(records) }),
  });
  const others = keys.filter(({ retired, own }) => !retired && !own);
  const own = keys.filter((key) => key.own);
  if (others.length === 0 || own.length === 0) return null;
  return (
    <Card title={words.sealed.others}>
      {held.length === 0 ? (
        <Unlock keys={own} />
      ) : (
        <div className={styles.panel}>
          <p className={styles.hint}>{words.sealed.othersHint}</p>
          <div className={styles.buttons}>
            {others.map((officer) => (
              <Button key={officer.id} icon={IconUserPlus} disabled={letIn.isPending} onClick={() => letIn.mutate(officer)}>
                {words.sealed.letInAll(officer.name)}
              </Button>
            ))}
          </div>
          {letIn.isError && <p role="alert">{words.sealed.letInProblem}</p>}
        </div>
      )}
    </Card>
  );
}
