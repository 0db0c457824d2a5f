import { useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { Route, Switch } from 'wouter';
import { useLive } from '@/api/connection';
import type { Session } from '@/api/contract';
import { useProgrammeZone, useTypes } from '@/api/records';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { Problem } from '@/components/Problem';
import { Aside } from '@/features/aside/Aside';
import { ConflictList } from '@/features/conflicts/ConflictList';
import { ConflictPage } from '@/features/conflicts/ConflictPage';
import { Devices } from '@/features/devices/Devices';
import { Inbox } from '@/features/inbox/Inbox';
import { Overview } from '@/features/overview/Overview';
import { RecordPage } from '@/features/record/RecordPage';
import { Records } from '@/features/records/Records';
import { Search } from '@/features/search/Search';
import { words } from '@/i18n';
import { keepTimeOf } from '@/i18n/zone';
import { IconMapOff, IconUserQuestion } from '@tabler/icons-react';
import { LinkButton } from '@/components/Button';
import { decode, paths, placeOf } from './paths';
import { ProgrammeProvider, firstProgramme, rememberProgramme, useProgramme, type Programme } from './programme';
import { Shell } from './Shell';
import { TypesProvider, forReaders } from './types';

// With all that is drawn for it alone.
const Board = lazy(() => import('@/features/board/Board').then((page) => ({ default: page.Board })));
const Partners = lazy(() => import('@/features/partners/Partners').then((page) => ({ default: page.Partners })));
const Partner = lazy(() => import('@/features/partners/Partner').then((page) => ({ default: page.Partner })));
const PartnersCopy = lazy(() => import('@/features/partners/PartnersCopy').then((page) => ({ default: page.PartnersCopy })));
const Exports = lazy(() => import('@/features/exports/Exports').then((page) => ({ default: page.Exports })));
// With the cryptography that few pages need.
const OfficerKeys = lazy(() => import('@/features/sealed/OfficerKeys').then((page) => ({ default: page.OfficerKeys })));

function Pages() {
  const { role } = useProgramme();
  const types = useTypes();
  if (types.isPending) return <Loading status={types.fetchStatus} what={words.app} />;
  if (types.isError) return <Problem error={types.error} onRetry={() => void types.refetch()} />;
  return (
    <TypesProvider value={forReaders(types.data, role)}>
      <Switch>
        <Route path="/" component={Overview} />
        <Route path="/inbox/:type?/:order?/:id?">
          {({ type, order, id }) => <Inbox type={decode(type ?? '')} order={order ?? ''} id={decode(id ?? '')} />}
        </Route>
        <Route path="/board/:area?/:partner?/:card?">
          {({ area, partner, card }) => (
            <Suspense fallback={<Loading status="fetching" what={words.board.title.toLowerCase()} />}>
              <Board area={decode(area ?? '')} partner={decode(partner ?? '')} card={decode(card ?? '')} />
            </Suspense>
          )}
        </Route>
        <Route path="/partners/:area?/:steward?/:status?/:need?/:order?/:q?">
          {({ area, steward, status, need, order, q }) => (
            <Suspense fallback={<Loading status="fetching" what={words.partners.title.toLowerCase()} />}>
              <Partners {...placeOf({ area, steward, status, need, order, q })} />
            </Suspense>
          )}
        </Route>
        <Route path="/partner/:id">
          {({ id }) => (
            <Suspense fallback={<Loading status="fetching" what={words.dossier.opening} />}>
              <Partner key={id} id={decode(id)} />
            </Suspense>
          )}
        </Route>
        <Route path="/partner/:id/copy">
          {({ id }) => (
            <Suspense fallback={<Loading status="fetching" what={words.dossier.opening} />}>
              <PartnersCopy key={id} id={decode(id)} />
            </Suspense>
          )}
        </Route>
        <Route path="/conflicts" component={ConflictList} />
        <Route path="/conflicts/:id">{({ id }) => <ConflictPage key={id} id={decode(id)} />}</Route>
        <Route path="/records/:type?/:q?">{({ type, q }) => <Records key={type} type={decode(type ?? '')} q={decode(q ?? '')} />}</Route>
        <Route path="/record/:id">{({ id }) => <RecordPage key={id} id={decode(id)} />}</Route>
        <Route path="/search/:q?/:type?">{({ q, type }) => <Search q={decode(q ?? '')} type={decode(type ?? '')} />}</Route>
        <Route path="/devices" component={Devices} />
        <Route path={paths.exports}>
          <Suspense fallback={<Loading status="fetching" what={words.exports.title.toLowerCase()} />}>
            <Exports />
          </Suspense>
        </Route>
        <Route path={paths.aside} component={Aside} />
        <Route path={paths.officerKeys}>
          <Suspense fallback={<Loading status="fetching" what={words.sealed.title.toLowerCase()} />}>
            <OfficerKeys />
          </Suspense>
        </Route>
        <Route>
          <Empty
            icon={IconMapOff}
            title={words.common.noPlace}
            action={<LinkButton href={paths.overview}>{words.common.toOverview}</LinkButton>}
          />
        </Route>
      </Switch>
    </TypesProvider>
  );
}

function Followed({ programme, session, onProgramme }: FollowedProps) {
  useLive(programme.programme, useQueryClient());
  return (
    <ProgrammeProvider value={programme}>
      <Framed session={session} onProgramme={onProgramme} />
    </ProgrammeProvider>
  );
}

interface FramedProps {
  session: Session;
  onProgramme: (programme: Programme) => void;
}

interface FollowedProps extends FramedProps {
  programme: Programme;
}

// Everything below tells the time by the programme's clock; where that changes, all of it is drawn anew.
function Framed({ session, onProgramme }: FramedProps) {
  keepTimeOf(useProgrammeZone());
  return (
    <Shell session={session} onProgramme={onProgramme}>
      <Pages />
    </Shell>
  );
}

// Everything behind the sign-in, in one programme at a time.
export function Console({ session }: { session: Session }) {
  const [programme, setProgramme] = useState(() => firstProgramme(session));
  if (programme === undefined) return <Empty icon={IconUserQuestion} title={words.signIn.noProgramme} />;
  const choose = (next: Programme) => {
    rememberProgramme(next.programme);
    setProgramme(next);
  };
  return <Followed key={programme.programme} programme={programme} session={session} onProgramme={choose} />;
}
