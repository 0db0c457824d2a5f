import type { Value } from '@/api/contract';
import { labelOf } from '@/i18n';
import { FieldInput, type InputProps } from './FieldInput';
import { Rows } from './Rows';
import styles from './Rows.module.css';
import { isEmpty } from './say';

// The rows that are there, and a new one under them. Rows are never changed: each is what somebody added once.
export function RowInput({ field, before, draft, onDraft }: InputProps) {
  const row = typeof draft === 'object' && draft !== null && !Array.isArray(draft) ? draft : {};
  const put = (cell: string, value: Value) => onDraft({ ...row, [cell]: value });
  return (
    <div className={styles.input}>
      {!isEmpty(before) && <Rows field={field} value={before!} links={false} />}
      <div className={styles.cells}>
        {(field.cells ?? []).map((cell, at) => (
          <div key={cell.name}>
            {/* The control bears the same name; this one is for the eye. */}
            <p className={styles.name} aria-hidden>
              {labelOf(cell.label)}
            </p>
            <FieldInput
              field={cell}
              before={undefined}
              draft={row[cell.name] ?? null}
              onDraft={(value) => put(cell.name, value)}
              autoFocus={at === 0}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
