import { Cells } from './Cells';
import type { InputProps } from './FieldInput';
import { rowsOf } from './draft';
import { Rows } from './Rows';
import styles from './Rows.module.css';
import { isEmpty } from './say';

// The rows that are there, and a new one under them. These rows are never changed: each is what somebody added once.
export function RowInput({ field, before, draft, onDraft }: InputProps) {
  const row = rowsOf(draft)[0] ?? {};
  return (
    <div className={styles.input}>
      {!isEmpty(before) && <Rows field={field} value={before!} links={false} />}
      <Cells
        cells={field.cells ?? []}
        before={{}}
        draftOf={(cell) => row[cell.name] ?? null}
        onCell={(cell, value) => onDraft({ ...row, [cell]: value })}
        autoFocus
      />
    </div>
  );
}
