import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, given } from './client';
import type { Role } from './contract';
import { useScope } from './scope';

export function useDevices(enabled = true) {
  const { at, key } = useScope();
  return useInfiniteQuery({
    queryKey: key('devices'),
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/programmes/{programme}/devices', { params: { path: at, query: given({ after: pageParam }) } }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled,
  });
}

export function useRevoke() {
  const { at, key } = useScope();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answerOf(api.POST('/api/programmes/{programme}/devices/{id}/revoke', { params: { path: { ...at, id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: key('devices') }),
  });
}

export function useEnrol() {
  const { at } = useScope();
  return useMutation({
    mutationFn: (who: { role: Role; name: string }) =>
      answerOf(api.POST('/api/programmes/{programme}/enrolments', { params: { path: at }, body: who })),
  });
}

const enrolmentPollMs = 1500;

export function useEnrolment(id: string) {
  const { at } = useScope();
  return useQuery({
    queryKey: ['enrolment', id],
    queryFn: () =>
      answerOf(api.GET('/api/programmes/{programme}/enrolments/{id}', { params: { path: { ...at, id } } })),
    refetchInterval: (asked) => {
      const state = asked.state.data?.state;
      return state === 'open' || state === 'claimed' || state === undefined ? enrolmentPollMs : false;
    },
  });
}

// What whoever compared the words says of them.
export type Comparison = 'confirm' | 'refuse';

export function useCompareEnrolment(id: string) {
  const { at, key } = useScope();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (said: Comparison) =>
      answerOf(api.POST(`/api/programmes/{programme}/enrolments/{id}/${said}`, { params: { path: { ...at, id } } })),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['enrolment', id] });
      await client.invalidateQueries({ queryKey: key('devices') });
    },
  });
}
