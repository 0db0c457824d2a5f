import { IconArrowBackUp, IconPencil, IconPlus, IconRestore, IconTrash, type Icon } from '@tabler/icons-react';
import type { HistoryEntry, Operation, RecordType } from '@/api/contract';
import { OfficeReason } from '@/components/OfficeReason';
import { sayBy } from '@/fields/device';
import { words } from '@/i18n';
import { saidAt } from '@/i18n/dates';
import styles from './History.module.css';
import { labelFor, OperationLine } from './OperationLine';
import { UndoButton } from './UndoButton';

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
  const labels = [...new Set(entry.operations.map((operation) => labelFor(type, operation)))];
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

// Fields of a change that its reader may undo now, each once.
function undoable(entry: HistoryEntry): Operation[] {
  const { operations } = entry;
  return operations.filter(
    (operation, at) => operation.undoable && operations.findIndex(({ field }) => field === operation.field) === at,
  );
}

interface Props {
  entry: HistoryEntry;
  type: RecordType;
  first: boolean;
  // Where changes may be undone: of which record, and what its reader was shown.
  undo?: { record: string; seen: string } | undefined;
}

// One change by one person on one device. A refused one says so: nothing of it reached the record.
export function HistoryItem({ entry, type, first, undo }: Props) {
  const Sign = signOf(entry, first);
  const shown = entry.operations.filter(({ op }) => op !== 'delete' && op !== 'keep');
  const folded = shown.length > 1 || (first && shown.length > 0);
  // Beside the values they take back: a record that was made would offer one for each of its fields.
  const undos =
    undo !== undefined &&
    undoable(entry).map((operation, _, { length }) => (
      <UndoButton
        key={operation.field}
        {...undo}
        change={entry.dot}
        field={operation.field}
        named={length > 1}
        label={operation.field === 'deleted' ? title(entry, type, first) : labelFor(type, operation)}
      />
    ));
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
        {entry.claimed_at !== null && <p>{words.history.claimed(saidAt(entry.claimed_at))}</p>}
        {(!stands(entry) || entry.reason !== '') && (
          <p className={styles.verdict}>
            {!stands(entry) && words.history.verdict(entry.verdict)} <OfficeReason sentence={entry.reason} />
          </p>
        )}
        {shown.length === 1 && !first && (
          <dl className={styles.change}>
            <OperationLine operation={shown[0]!} type={type} bare />
          </dl>
        )}
        {folded && (
          <details className={styles.changes}>
            <summary>{words.history.what(shown.length)}</summary>
            <dl>
              {shown.map((operation, at) => (
                <OperationLine key={at} operation={operation} type={type} />
              ))}
            </dl>
            {undos}
          </details>
        )}
        {!folded && undos}
      </div>
    </li>
  );
}
