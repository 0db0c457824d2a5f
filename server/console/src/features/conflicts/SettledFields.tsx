import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecordPage, RecordType } from '@/api/contract';
import { Button } from '@/components/Button';
import { FieldValue } from '@/fields/FieldValue';
import { isEmpty } from '@/fields/say';
import { labelOf, words } from '@/i18n';
import styles from './Resolver.module.css';

// The rest of the record, which needs no answer; folded away until somebody wants to see it.
export function SettledFields({ record, type }: { record: RecordPage; type: RecordType }) {
  const [open, setOpen] = useState(false);
  const settled = type.fields.filter(
    (field) => record.conflicts[field.name] === undefined && !isEmpty(record.fields[field.name]),
  );
  if (settled.length === 0) return null;
  return (
    <div className={styles.settled}>
      <p>
        <IconCheck size={18} stroke={2.4} aria-hidden />
        {words.conflicts.joined(settled.length)}
        <Button look="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words.conflicts.hideThem : words.conflicts.showThem}
        </Button>
      </p>
      {open && (
        <dl>
          {settled.map((field) => (
            <div key={field.name}>
              <dt>{labelOf(field.label)}</dt>
              <dd>
                <FieldValue field={field} value={record.fields[field.name]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
