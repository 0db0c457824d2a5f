import type { FieldType, Value } from '@/api/contract';
import { labelOf } from '@/i18n';
import { wayOf, type Row } from './draft';
import { FieldInput } from './FieldInput';
import { FieldValue } from './FieldValue';
import styles from './Rows.module.css';

interface Props {
  cells: FieldType[];
  // The standing row; empty for a new one.
  before: Row;
  draftOf: (cell: FieldType) => Value;
  onCell: (cell: string, draft: Value) => void;
  autoFocus: boolean;
}

// The editors of one row's cells. What may be written once, and was, is read only.
export function Cells({ cells, before, draftOf, onCell, autoFocus }: Props) {
  return (
    <div className={styles.cells}>
      {cells.map((cell, at) => (
        <div key={cell.name}>
          {/* The control bears the same name; this one is for the eye. */}
          <p className={styles.name} aria-hidden>
            {labelOf(cell.label)}
          </p>
          {wayOf(cell, before[cell.name]) === 'fixed' ? (
            <FieldValue field={cell} value={before[cell.name]} links={false} />
          ) : (
            <FieldInput
              field={cell}
              before={before[cell.name]}
              draft={draftOf(cell)}
              onDraft={(value) => onCell(cell.name, value)}
              autoFocus={autoFocus && at === 0}
            />
          )}
        </div>
      ))}
    </div>
  );
}
