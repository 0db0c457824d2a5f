import type { FieldType, Kind, Value } from '@/api/contract';
import { labelOf } from '@/i18n';
import { rowsOf, type Row } from './draft';
import { FieldValue } from './FieldValue';
import { isEmpty } from './say';
import styles from './Rows.module.css';

// Numbers stand under each other, times in one line.
const lookOf: Partial<Record<Kind, string | undefined>> = {
  number: styles.end,
  decimal: styles.end,
  date: styles.whole,
  time: styles.whole,
  date_time: styles.whole,
};

// Cells that any row fills, in the order of the declaration.
function filledCells(field: FieldType, rows: Row[]): FieldType[] {
  return (field.cells ?? []).filter((cell) => rows.some((row) => !isEmpty(row[cell.name])));
}

// What was added to a field, row under row.
export function Rows({ field, value, links }: { field: FieldType; value: Value; links: boolean }) {
  const rows = rowsOf(value);
  const cells = filledCells(field, rows);
  return (
    <span className={styles.frame}>
      <table className={styles.rows} aria-label={labelOf(field.label)} role="table">
        <thead>
          <tr>
            {cells.map((cell) => (
              <th key={cell.name} scope="col">
                {labelOf(cell.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, at) => (
            <tr key={at} role="row">
              {cells.map((cell) => (
                <td key={cell.name} role="cell" className={lookOf[cell.kind]} data-label={labelOf(cell.label)}>
                  {isEmpty(row[cell.name]) ? '–' : <FieldValue field={cell} value={row[cell.name]} links={links} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </span>
  );
}
