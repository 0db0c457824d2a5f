import { IconArrowBackUp, IconPencil, IconPlus, IconRestore, IconTrash, type Icon } from '@tabler/icons-react';
import type { HistoryEntry, Operation, RecordType } from '@/api/contract';
import { fieldOf } from '@/app/types';
import { FieldValue } from '@/fields/FieldValue';
import { sayBy } from '@/fields/device';
import { labelOf, words } from '@/i18n';
import { saidAt } from '@/i18n/dates';
import styles from './History.module.css';

const mostNamed = 3;

const stands = ({ verdict }: HistoryEntry) => verdict === 'applied' || verdict === 'reviewed';

function deletion(entry: HistoryEntry): 'deleted' | 'restored' | undefined {
  if (entry.operations.some(({ op }) => op === 'delete')) return 'deleted';
  return entry.operations.some(({ op }) => op === 'keep') ? 'restored' : undefined;
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
  if (!stands(entry)) return IconArrowBackUp;
  const gone = deletion(entry);
  if (gone === 'deleted') return IconTrash;
  if (gone === 'restored') return IconRestore;
  return first ? IconPlus : IconPencil;
}

function Change({ operation, type, bare = false }: { operation: Operation; type: RecordType; bare?: boolean }) {
  const field = fieldOf(type, operation.field);
  const value = <FieldValue field={field} value={operation.value} links={false} />;
  const delta = operation.op === 'count';
  return (
    <>
      <dt className={bare ? 'unseen' : undefined}>{labelOf(field.label)}</dt>
      <dd>
        {operation.op === 'add' && '+ '}
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
  const shown = entry.operations.filter(({ op }) => op !== 'delete' && op !== 'keep');
  return (
    <li>
      <span className={`${styles.bead} ${stands(entry) ? styles.done : styles.back}`}>
        <Sign size={15} stroke={2.4} aria-hidden />
      </span>
      <div>
        <h3>{title(entry, type, first)}</h3>
        <p>
          <bdi>{sayBy(entry.user, entry.device)}</bdi>, {saidAt(entry.at)}
        </p>
        {(!stands(entry) || entry.reason !== '') && (
          <p className={styles.verdict}>
            {!stands(entry) && words.history.verdict(entry.verdict)} <span lang="en">{entry.reason}</span>
          </p>
        )}
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
