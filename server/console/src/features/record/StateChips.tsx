import { IconArrowsSplit2, IconDatabase, IconEyeCheck, IconFlag, IconTrash } from '@tabler/icons-react';
import type { RecordPage } from '@/api/contract';
import { Chip } from '@/components/Chip';
import { humanise, words } from '@/i18n';

// How far it has come, in one chip.
function Stage({ record }: { record: RecordPage }) {
  if (record.deleted) return <Chip icon={IconTrash}>{words.records.deleted}</Chip>;
  const reviewed = record.review?.current === true;
  return (
    <Chip tone="success" icon={reviewed ? IconEyeCheck : IconDatabase}>
      {reviewed ? words.review.reviewed : words.record.applied}
    </Chip>
  );
}

// Where the record stands: everything the office shows is applied; flags and versions ask for a person.
export function StateChips({ record }: { record: RecordPage }) {
  return (
    <>
      <Stage record={record} />
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
