import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, given } from './client';
import { useScope } from './scope';

// What tablets brought and was set aside.
export function useAside() {
  const { at, key } = useScope();
  return useInfiniteQuery({
    queryKey: key('aside'),
    queryFn: ({ pageParam }) =>
      answerOf(api.GET('/api/programmes/{programme}/aside', { params: { path: at, query: given({ after: pageParam }) } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function useSettleAside() {
  const { at, key } = useScope();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (place: string) =>
      answerOf(api.POST('/api/programmes/{programme}/aside/{place}/settle', { params: { path: { ...at, place } } })),
    onSettled: () => client.invalidateQueries({ queryKey: key('aside') }),
  });
}
