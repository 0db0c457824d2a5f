import { IconMapOff } from '@tabler/icons-react';
import { Refused } from '@/api/client';
import { paths } from '@/app/paths';
import { words } from '@/i18n';
import { LinkButton } from './Button';
import { Empty } from './Empty';
import { PageHead } from './PageHead';

export function isGone(error: unknown): boolean {
  return error instanceof Refused && error.status === 404;
}

// Instead of a record that is not there, or not for this person: asking again would not help.
export function Gone() {
  return (
    <>
      <PageHead title={words.record.gone} />
      <Empty
        icon={IconMapOff}
        title={words.errors.gone}
        action={<LinkButton href={paths.overview}>{words.common.toOverview}</LinkButton>}
      />
    </>
  );
}
