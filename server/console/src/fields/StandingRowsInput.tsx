import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import type { Value } from '@/api/contract';
import { Button } from '@/components/Button';
import { labelOf, words } from '@/i18n';
import { Cells } from './Cells';
import { idOf, rowsDraftOf, rowsOf, startOf, type Row, type RowsDraft } from './draft';
import type { InputProps } from './FieldInput';
import { Rows } from './Rows';
import styles from './Rows.module.css';

// A cell that was emptied holds null, which is a draft like any other.
function touchedOr(touched: Row, name: string, standing: Value): Value {
  return touched[name] === undefined ? standing : touched[name];
}

interface RowProps {
  field: InputProps['field'];
  row: Row;
  // Of the standing row's place, from 1.
  nth: number;
  draft: RowsDraft;
  onDraft: (draft: RowsDraft) => void;
  autoFocus: boolean;
}

function StandingRow({ field, row, nth, draft, onDraft, autoFocus }: RowProps) {
  const id = idOf(row);
  const { edits, removed } = draft;
  const gone = removed.includes(id);
  const touched = edits[id] ?? {};
  const toggle = () => onDraft({ ...draft, removed: gone ? removed.filter((one) => one !== id) : [...removed, id] });
  return (
    <fieldset className={styles.standing}>
      <legend>{words.record.rowOf(labelOf(field.label), nth)}</legend>
      {gone ? (
        <div className={styles.gone}>
          <Rows field={field} value={[row]} links={false} />
        </div>
      ) : (
        <Cells
          cells={field.cells ?? []}
          before={row}
          draftOf={(cell) => touchedOr(touched, cell.name, startOf(cell, row[cell.name]))}
          onCell={(cell, value) => onDraft({ ...draft, edits: { ...edits, [id]: { ...touched, [cell]: value } } })}
          autoFocus={autoFocus}
        />
      )}
      <Button look="ghost" icon={gone ? IconArrowBackUp : IconX} onClick={toggle}>
        {gone ? words.record.keepRow : words.record.takeRow}
      </Button>
    </fieldset>
  );
}

// Rows that merge cell by cell: each stands open for changes, and a new one waits under them. Nothing of it holds before it
// is saved; a row that is taken away stays readable until then.
export function StandingRowsInput({ field, before, draft, onDraft }: InputProps) {
  const rows = rowsOf(before);
  const now = rowsDraftOf(draft);
  const put = (next: RowsDraft) => onDraft({ ...next });
  return (
    <div className={styles.input}>
      {rows.map((row, at) => (
        <StandingRow key={idOf(row)} field={field} row={row} nth={at + 1} draft={now} onDraft={put} autoFocus={at === 0} />
      ))}
      <fieldset className={styles.standing}>
        <legend>{words.record.addRow(labelOf(field.label))}</legend>
        <Cells
          cells={field.cells ?? []}
          before={{}}
          draftOf={(cell) => now.added[cell.name] ?? null}
          onCell={(cell, value) => put({ ...now, added: { ...now.added, [cell]: value } })}
          autoFocus={rows.length === 0}
        />
      </fieldset>
    </div>
  );
}
