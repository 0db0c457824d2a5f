import { IconArrowBackUp, IconPencil, IconPlus, IconRestore, IconTrash, type Icon } from '@tabler/icons-react';
import type { HistoryEntry, Operation, RecordType } from '@/api/contract';
import { fieldOf } from '@/app/types';
import { FieldValue } from '@/fields/FieldValue';
import { labelOf, words } from '@/i18n';
import { saidAt } from '@/i18n/dates';
import styles from './History.module.css';

const mostNamed = 3;
const applied = 'applied';

function deletion(entry: HistoryEntry): 'deleted' | 'restored' | undefined {
  const operation = entry.operations.find((one) => one.field === 'deleted');
  if (operation === undefined) return undefined;
  return operation.value === false ? 'restored' : 'deleted';
}

function title(entry: HistoryEntry, type: RecordType, first: boolean): string {
  const gone = deletion(entry);
  if (gone !== undefined) return words.history[gone];
  if (first) return words.history.made;
  const labels = [...new Set(entry.operations.map(({ field }) => labelOf(fieldOf(type, field).label)))];
  const named = labels.slice(0, mostNamed);
  return words.history.changed(labels.length > mostNamed ? [...named, '…'] : named);
}

function signOf(entry: HistoryEntry, first: boolean): Icon {
  if (entry.verdict !== applied) return IconArrowBackUp;
  const gone = deletion(entry);
  if (gone === 'deleted') return IconTrash;
  if (gone === 'restored') return IconRestore;
  return first ? IconPlus : IconPencil;
}

function Change({ operation, type, bare = false }: { operation: Operation; type: RecordType; bare?: boolean }) {
  const field = fieldOf(type, operation.field);
  const value = <FieldValue field={field} value={operation.value} links={false} />;
  const delta = operation.op === 'add' && typeof operation.value === 'number';
  return (
    <>
      <dt className={bare ? 'unseen' : undefined}>{labelOf(field.label)}</dt>
      <dd>
        {operation.op === 'add' && !delta && '+ '}
        {operation.op === 'remove' && '− '}
        {delta ? signed(operation.value as number) : value}
      </dd>
    </>
  );
}

const signed = (n: number) => (n < 0 ? `−${words.common.count(-n)}` : `+${words.common.count(n)}`);

// One change by one person on one device. A refused one says so: nothing of it reached the record.
export function HistoryItem({ entry, type, first }: { entry: HistoryEntry; type: RecordType; first: boolean }) {
  const Sign = signOf(entry, first);
  const shown = entry.operations.filter(({ field }) => field !== 'deleted');
  return (
    <li>
      <span className={`${styles.bead} ${entry.verdict === applied ? styles.done : styles.back}`}>
        <Sign size={15} stroke={2.4} aria-hidden />
      </span>
      <div>
        <h3>{title(entry, type, first)}</h3>
        <p>
          <bdi>{words.common.by(entry.user, entry.device)}</bdi>, {saidAt(entry.at)}
        </p>
        {entry.verdict !== applied && <p className={styles.verdict}>{words.history.verdict(entry.verdict)}</p>}
        {shown.length === 1 && !first && (
          <dl className={styles.change}>
            <Change operation={shown[0]!} type={type} bare />
          </dl>
        )}
        {(shown.length > 1 || (first && shown.length > 0)) && (
          <details className={styles.changes}>
            <summary>{words.history.what(shown.length)}</summary>
            <dl>
              {shown.map((operation, at) => (
                <Change key={at} operation={operation} type={type} />
              ))}
            </dl>
          </details>
        )}
      </div>
    </li>
  );
}
