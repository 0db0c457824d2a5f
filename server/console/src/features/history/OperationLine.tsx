import { IconArrowNarrowRight } from '@tabler/icons-react';
import type { Operation, RecordType } from '@/api/contract';
import { fieldOf } from '@/app/types';
import { FieldValue } from '@/fields/FieldValue';
import { sayDevice } from '@/fields/device';
import { isEmpty } from '@/fields/say';
import { labelOf, words } from '@/i18n';
import styles from './History.module.css';

const signed = (n: number) => (n < 0 ? `−${words.common.count(-n)}` : `+${words.common.count(n)}`);

const signs: Partial<Record<Operation['op'], string>> = { add: '+', remove: '−' };

// A field that the form has no more is called as it was.
export function labelFor(type: RecordType, operation: Operation): string {
  return labelOf(operation.label ?? fieldOf(type, operation.field).label);
}

// What became of it, where it does not stand.
function Fate({ operation }: { operation: Operation }) {
  const end = operation.ended_by;
  if (operation.stands || end === null) return null;
  const by = sayDevice(end.user);
  return <small className={styles.fate}>{end.undone ? words.history.undoneBy(by) : words.history.changedBy(by)}</small>;
}

interface Props {
  operation: Operation;
  type: RecordType;
  bare?: boolean;
}

// What one change did to one field: what it said before, and what it says since.
export function OperationLine({ operation, type, bare = false }: Props) {
  const field = fieldOf(type, operation.field);
  const { before } = operation;
  const was = before !== undefined && !isEmpty(before);
  return (
    <>
      <dt className={bare ? 'unseen' : undefined}>{labelFor(type, operation)}</dt>
      <dd>
        {was && (
          <s className={styles.before}>
            <FieldValue field={field} value={before} links={false} />
          </s>
        )}
        <span className={styles.since}>
          {was && <IconArrowNarrowRight size={16} role="img" aria-label={words.history.became} />}
          {signs[operation.op]}
          {operation.op === 'count' ? signed(operation.value as number) : <FieldValue field={field} value={operation.value} links={false} />}
        </span>
        <Fate operation={operation} />
      </dd>
    </>
  );
}
