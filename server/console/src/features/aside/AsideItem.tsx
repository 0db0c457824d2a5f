import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';
import { useSettleAside } from '@/api/aside';
import type { AsideEntry } from '@/api/contract';
import { paths } from '@/app/paths';
import { useRecordType } from '@/app/types';
import { Button, LinkButton } from '@/components/Button';
import { OfficeReason } from '@/components/OfficeReason';
import { sentenceFor } from '@/components/Problem';
import { OperationLine } from '@/features/history/OperationLine';
import { sayBy } from '@/fields/device';
import { labelOf, words } from '@/i18n';
import { saidAt } from '@/i18n/dates';
import styles from './Aside.module.css';

// One change as it came: whose, why it was set aside, and what it said.
export function AsideItem({ entry }: { entry: AsideEntry }) {
  const settle = useSettleAside();
  const type = useRecordType(entry.type ?? '');
  const shown = entry.operations.filter(({ op }) => op !== 'delete' && op !== 'keep');
  const title = entry.type === null ? words.aside.unknownKind : labelOf(type.label);
  const putAway = () =>
    settle.mutate(entry.place, { onSuccess: () => notifications.show({ message: words.aside.settled(title) }) });
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h2>{title}</h2>
        <p className={styles.by}>
          <bdi>{sayBy(entry.user, entry.device)}</bdi>, {saidAt(entry.at)}
        </p>
      </div>
      <p className={styles.reason}>
        <OfficeReason sentence={entry.reason} />
      </p>
      {shown.length > 0 ? (
        <dl className={styles.said}>
          {shown.map((operation, at) => (
            <OperationLine key={at} operation={operation} type={type} />
          ))}
        </dl>
      ) : (
        <p className={styles.none}>
          {!entry.may_settle ? words.aside.notYours : shown.length < entry.operations.length ? words.aside.deletion : words.aside.noWords}
        </p>
      )}
      <div className={styles.buttons}>
        {entry.there && entry.record !== null && (
          <LinkButton href={paths.record(entry.record)}>{words.aside.open}</LinkButton>
        )}
        {entry.may_settle && (
          <Button icon={IconCheck} onClick={putAway} disabled={settle.isPending}>
            {words.aside.settle}
          </Button>
        )}
      </div>
      {settle.isError && (
        <p className={styles.reason} role="alert">
          {sentenceFor(settle.error, true)}
        </p>
      )}
    </li>
  );
}
