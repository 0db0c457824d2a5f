import { keepPreviousData, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, given } from './client';
import type { Edit, NewReview, RecordPage, Undo } from './contract';
import { useScope, type Scope } from './scope';

// Of one answer's list.
export const pageSize = 50;
// A questionnaire that the office adds meanwhile is learnt of by then.
const typesStayMs = 5 * 60_000;

export function useTypes() {
  const { at } = useScope();
  return useQuery({
    queryKey: ['types', at.programme],
    queryFn: () => answerOf(api.GET('/api/programmes/{programme}/types', { params: { path: at } })),
    staleTime: typesStayMs,
  });
}

export function useOverview() {
  const { at, key } = useScope();
  return useQuery({
    queryKey: key('overview'),
    queryFn: () => answerOf(api.GET('/api/programmes/{programme}/overview', { params: { path: at } })),
  });
}

function findRecords({ at }: Scope, question: { type: string; q: string; after?: string | null; limit: number }) {
  return answerOf(api.GET('/api/programmes/{programme}/records', { params: { path: at, query: given(question) } }));
}

// Without a type, of every type.
export function useRecords(type: string, q: string, enabled = true) {
  const scope = useScope();
  return useInfiniteQuery({
    queryKey: scope.key('records', type, q),
    queryFn: ({ pageParam }) => findRecords(scope, { type, q, after: pageParam, limit: pageSize }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled,
  });
}

// The first few that contain `q`.
export function useFound(type: string, q: string, limit: number) {
  const scope = useScope();
  return useQuery({
    queryKey: scope.key('found', type, q, limit),
    queryFn: () => findRecords(scope, { type, q, limit }),
    placeholderData: keepPreviousData,
    enabled: type !== '',
  });
}

// The zone in the programme's own settings, which are a record as well; nothing before they are there.
export function useProgrammeZone(): string | undefined {
  const scope = useScope();
  const settings = useTypes().data?.types.find(({ name }) => name === 'programme');
  const found = useQuery({
    queryKey: scope.key('zone'),
    queryFn: () => findRecords(scope, { type: 'programme', q: '', limit: 1 }),
    enabled: settings?.readers.includes(scope.role) === true,
    staleTime: 60_000,
  });
  const zone = found.data?.items[0]?.fields['time_zone'];
  return typeof zone === 'string' ? zone : undefined;
}

function readRecord({ at }: Scope, id: string) {
  return answerOf(api.GET('/api/programmes/{programme}/records/{id}', { params: { path: { ...at, id } } }));
}

export function useRecord(id: string) {
  const scope = useScope();
  return useQuery({ queryKey: scope.key('record', id), queryFn: () => readRecord(scope, id), enabled: id !== '' });
}

// The name of a record that another one points to. It may be a minute old: a page shows dozens of them.
export function titleQuery(scope: Scope, id: string) {
  return queryOptions({
    queryKey: ['title', scope.programme, id],
    queryFn: () => readRecord(scope, id),
    staleTime: 60_000,
    enabled: id !== '',
  });
}

export function useTitle(id: string) {
  return useQuery(titleQuery(useScope(), id));
}

// Of one field alone, where one is named.
export function useHistory(id: string, field = '') {
  const { at, key } = useScope();
  return useInfiniteQuery({
    queryKey: key('history', id, field),
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/programmes/{programme}/records/{id}/history', {
          params: { path: { ...at, id }, query: given({ after: pageParam, field }) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: id !== '',
  });
}

// What anonymous answers about a record say together.
export function useAnswers(id: string) {
  const { at, key } = useScope();
  return useQuery({
    queryKey: key('answers', id),
    queryFn: () => answerOf(api.GET('/api/programmes/{programme}/records/{id}/answers', { params: { path: { ...at, id } } })),
    enabled: id !== '',
  });
}

export function useConflicts() {
  const { at, key } = useScope();
  return useInfiniteQuery({
    queryKey: key('conflicts'),
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/programmes/{programme}/conflicts', {
          params: { path: at, query: given({ after: pageParam, limit: pageSize }) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

// What an edit or an undo answers: the record as it is now. `onTaken` runs even if what asked for it has left the page
// by then, as it does when the live line is faster than the answer.
function useRecordTaken(id: string, onTaken?: () => void) {
  const { key, programme } = useScope();
  const client = useQueryClient();
  return {
    onSuccess: (record: RecordPage | { id: string }) => {
      // Who may write and not read is told the id alone.
      if ('number' in record) {
        client.setQueryData(key('record', id), record);
        client.setQueryData(['title', programme, id], record);
      }
      onTaken?.();
    },
    onSettled: () => void client.invalidateQueries({ queryKey: key() }),
  };
}

// Fields, a deletion or the answer to a conflict: all are an edit of what the author was shown (`seen`).
export function useEdit(id: string, onTaken?: () => void) {
  const { at } = useScope();
  return useMutation({
    mutationKey: ['edit'],
    mutationFn: (body: Edit) =>
      answerOf(api.POST('/api/programmes/{programme}/records/{id}/edit', { params: { path: { ...at, id } }, body })),
    ...useRecordTaken(id, onTaken),
  });
}

// Takes back a change of the record, or of one field of it, as the reader was shown it (`seen`).
export function useUndo(id: string, onTaken?: () => void) {
  const { at } = useScope();
  return useMutation({
    mutationKey: ['undo'],
    mutationFn: (body: Undo) =>
      answerOf(api.POST('/api/programmes/{programme}/records/{id}/undo', { params: { path: { ...at, id } }, body })),
    ...useRecordTaken(id, onTaken),
  });
}

// What somebody says of the record as they were shown it (`seen`).
export function useReview(id: string, onTaken?: () => void) {
  const { at, key } = useScope();
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['review'],
    mutationFn: (body: NewReview) =>
      answerOf(api.POST('/api/programmes/{programme}/records/{id}/review', { params: { path: { ...at, id } }, body })),
    onSuccess: (record) => {
      client.setQueryData(key('record', id), record);
      onTaken?.();
    },
    onSettled: () => void client.invalidateQueries({ queryKey: key() }),
  });
}

// For good, with all that belongs to it. `onTaken` runs with the ids of what is gone.
export function useErase(id: string, onTaken: (erased: string[]) => void) {
  const { at, key } = useScope();
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['erase'],
    mutationFn: (confirm: string) =>
      answerOf(api.POST('/api/programmes/{programme}/records/{id}/erase', { params: { path: { ...at, id } }, body: { confirm } })),
    onSuccess: ({ erased }) => {
      // Not even this page keeps them.
      for (const gone of erased) {
        client.removeQueries({ queryKey: key('record', gone) });
        client.removeQueries({ queryKey: key('history', gone) });
      }
      client.removeQueries({ queryKey: ['title'] });
      onTaken(erased);
    },
    onSettled: () => void client.invalidateQueries({ queryKey: key() }),
  });
}
