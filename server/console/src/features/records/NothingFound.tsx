import { IconSearchOff } from '@tabler/icons-react';
import type { RecordType } from '@/api/contract';
import { paths } from '@/app/paths';
import { LinkButton } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { iconOf } from '@/components/TypeIcon';
import { labelOf, words } from '@/i18n';

export function NothingFound({ type, q }: { type: RecordType; q: string }) {
  if (q === '') return <Empty icon={iconOf(type)} title={words.records.empty(labelOf(type.plural))} />;
  return (
    <Empty
      icon={IconSearchOff}
      title={words.records.nothing(q)}
      action={<LinkButton href={paths.records(type.name)}>{words.records.clear}</LinkButton>}
    />
  );
}
