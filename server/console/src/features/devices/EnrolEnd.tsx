import { IconBan, IconClockX, IconDeviceTabletCheck } from '@tabler/icons-react';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { words } from '@/i18n';

interface Props {
  look: 'done' | 'expired' | 'refused';
  name: string;
  onNext: () => void;
}

export function EnrolEnd({ look, name, onNext }: Props) {
  const said = words.enrol;
  const next = <Button onClick={onNext}>{look === 'done' ? said.another : said.again}</Button>;
  if (look === 'done') {
    return <Empty icon={IconDeviceTabletCheck} title={said.done(name)} hint={said.doneHint} action={next} />;
  }
  if (look === 'expired') return <Empty icon={IconClockX} title={said.expired} hint={said.expiredHint} action={next} />;
  return <Empty icon={IconBan} title={said.refused} hint={said.refusedHint} action={next} />;
}
