import { keepPreviousData, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post, query } from './client';
import type { ConflictRow, Edit, HistoryEntry, Overview, Page, RecordPage, RecordRow, RecordType } from './contract';
import { useScope, type Scope } from './scope';

const pageSize = 50;

export function useTypes() {
  return useQuery({
    queryKey: ['types'],
    queryFn: () => get<{ types: RecordType[] }>('types').then((answer) => answer.types),
    staleTime: Infinity,
  });
}

export function useOverview() {
  const { path, key } = useScope();
  return useQuery({ queryKey: key('overview'), queryFn: () => get<Overview>(`${path}/overview`) });
}

// Without a type, of every type.
export function useRecords(type: string, q: string) {
  const { path, key } = useScope();
  return useInfiniteQuery({
    queryKey: key('records', type, q),
    queryFn: ({ pageParam }) =>
      get<Page<RecordRow>>(`${path}/records${query({ type, q, after: pageParam, limit: pageSize })}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

// The first few that contain `q`.
export function useFound(type: string, q: string, limit: number) {
  const { path, key } = useScope();
  return useQuery({
    queryKey: key('found', type, q, limit),
    queryFn: () => get<Page<RecordRow>>(`${path}/records${query({ type, q, limit })}`),
    placeholderData: keepPreviousData,
    enabled: type !== '',
  });
}

export function useRecord(id: string) {
  const { path, key } = useScope();
  return useQuery({
    queryKey: key('record', id),
    queryFn: () => get<RecordPage>(`${path}/records/${encodeURIComponent(id)}`),
    enabled: id !== '',
  });
}

// The name of a record that another one points to. It may be a minute old: a page shows dozens of them.
export function titleQuery({ path, programme }: Scope, id: string) {
  return queryOptions({
    queryKey: ['title', programme, id],
    queryFn: () => get<RecordPage>(`${path}/records/${encodeURIComponent(id)}`),
    staleTime: 60_000,
    enabled: id !== '',
  });
}

export function useTitle(id: string) {
  return useQuery(titleQuery(useScope(), id));
}

export function useHistory(id: string) {
  const { path, key } = useScope();
  return useInfiniteQuery({
    queryKey: key('history', id),
    queryFn: ({ pageParam }) =>
      get<Page<HistoryEntry>>(`${path}/records/${encodeURIComponent(id)}/history${query({ after: pageParam })}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: id !== '',
  });
}

export function useConflicts() {
  const { path, key } = useScope();
  return useInfiniteQuery({
    queryKey: key('conflicts'),
    queryFn: ({ pageParam }) =>
      get<Page<ConflictRow>>(`${path}/conflicts${query({ after: pageParam, limit: pageSize })}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

// Fields, a deletion or the answer to a conflict: all are an edit of what the author was shown (`seen`).
// `onTaken` runs even if what asked for the edit has left the page by then, as it does when the live line is
// faster than the answer.
export function useEdit(id: string, onTaken?: () => void) {
  const { path, key, programme } = useScope();
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['edit'],
    mutationFn: (edit: Edit) => post<RecordPage>(`${path}/records/${encodeURIComponent(id)}/edit`, edit),
    onSuccess: (record) => {
      client.setQueryData(key('record', id), record);
      client.setQueryData(['title', programme, id], record);
      onTaken?.();
    },
    onSettled: () => void client.invalidateQueries({ queryKey: key() }),
  });
}
