import { Select } from '@mantine/core';
import type { RecordType } from '@/api/contract';
import { labelOf, words } from '@/i18n';
import styles from './History.module.css';

interface Props {
  type: RecordType;
  field: string;
  onPick: (field: string) => void;
}

// Whose history is told: every field's, or one's alone.
export function FieldPicker({ type, field, onPick }: Props) {
  const fields = type.fields.map(({ name, label }) => ({ value: name, label: labelOf(label) }));
  return (
    <div className={styles.pick}>
      <Select
        aria-label={words.history.which}
        data={[{ value: '', label: words.history.everyField }, ...fields]}
        value={field}
        allowDeselect={false}
        searchable
        onChange={(picked) => onPick(picked ?? '')}
      />
    </div>
  );
}
