import { IconArrowsSplit2, IconDatabase, IconFlag, IconTrash } from '@tabler/icons-react';
import type { RecordPage } from '@/api/contract';
import { Chip } from '@/components/Chip';
import { humanise, words } from '@/i18n';

// Where the record stands: everything the office shows is applied; flags and versions ask for a person.
export function StateChips({ record }: { record: RecordPage }) {
  return (
    <>
      {record.deleted ? (
        <Chip icon={IconTrash}>{words.records.deleted}</Chip>
      ) : (
        <Chip tone="success" icon={IconDatabase}>
          {words.record.applied}
        </Chip>
      )}
      {Object.keys(record.conflicts).length > 0 && (
        <Chip tone="conflict" icon={IconArrowsSplit2}>
          {words.record.conflict}
        </Chip>
      )}
      {record.flags.map((flag) => (
        <Chip key={flag} tone="warning" icon={IconFlag}>
          {words.flags[flag] ?? humanise(flag)}
        </Chip>
      ))}
    </>
  );
}
