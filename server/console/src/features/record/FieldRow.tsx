import { IconArrowsSplit2, IconLock, IconPencil, IconPencilExclamation, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FieldType, RecordPage } from '@/api/contract';
import { Chip } from '@/components/Chip';
import { wayOf } from '@/fields/draft';
import { FieldValue } from '@/fields/FieldValue';
import { isNeeded } from '@/fields/layout';
import { labelOf, words } from '@/i18n';
import { FieldEditor } from './FieldEditor';
import styles from './RecordPage.module.css';

interface Props {
  record: RecordPage;
  field: FieldType;
  tongue: string | undefined;
  // May this person's role write the type at all?
  writable: boolean;
}

// One field: its label, its value, and in its place the editor once somebody asks for it.
export function FieldRow({ record, field, tongue, writable }: Props) {
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const label = labelOf(field.label);
  const value = record.fields[field.name];
  const way = wayOf(field, value);
  const fixed = way === 'fixed';
  const change = way === 'rows' ? words.record.addRow(label) : words.record.change(label);
  const Sign = way === 'rows' ? IconPlus : IconPencil;
  const why = writable ? words.record.fixed : words.record.readOnly;
  const needed = writable && isNeeded(field, record.fields);
  const versions = record.conflicts[field.name];

  const close = () => {
    flushSync(() => setEditing(false));
    pencil.current?.focus();
  };

  return (
    <div className={`${styles.field} ${editing ? styles.editing : ''}`} data-field={field.name}>
      <dt>{label}</dt>
      <dd>
        {editing ? (
          <FieldEditor record={record} field={field} onDone={close} />
        ) : (
          <FieldValue field={field} value={value} tongue={tongue} />
        )}
        {needed && !editing && (
          <span className={styles.needed}>
            <Chip tone="warning" icon={IconPencilExclamation}>
              {words.record.needed}
            </Chip>
          </span>
        )}
        {versions !== undefined && !editing && ' '}
        {versions !== undefined && !editing && (
          <span className={styles.versions}>
            <Chip tone="conflict" icon={IconArrowsSplit2}>
              {words.record.conflict}
            </Chip>
          </span>
        )}
      </dd>
      {!editing && (fixed || !writable) && (
        <dd className={styles.tool} title={why}>
          <IconLock size={16} role="img" aria-label={why} />
        </dd>
      )}
      {!editing && !fixed && writable && !record.deleted && (
        <dd className={styles.tool}>
          <button
            ref={pencil}
            type="button"
            className={styles.pencil}
            aria-label={change}
            title={change}
            onClick={() => setEditing(true)}
          >
            <Sign size={18} aria-hidden />
          </button>
        </dd>
      )}
    </div>
  );
}
