import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, given } from './client';
import type { NewReview } from './contract';
import { pageSize } from './records';
import { useScope } from './scope';

export type InboxOrder = 'newest' | 'oldest';

// What came from the field and nobody has read. Without a type, of every type.
export function useInbox(type: string, order: InboxOrder) {
  const { at, key } = useScope();
  return useInfiniteQuery({
    queryKey: key('inbox', type, order),
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/programmes/{programme}/inbox', {
          params: { path: at, query: given({ type, order, after: pageParam, limit: pageSize }) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

// What somebody says of a record in the inbox. Which one is said with the words, since the page goes on to the next
// one before the office has answered.
export function useReviewing(onRefused: (id: string, error: Error) => void) {
  const { at, key } = useScope();
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['review'],
    mutationFn: ({ id, body }: { id: string; body: NewReview }) =>
      answerOf(api.POST('/api/programmes/{programme}/records/{id}/review', { params: { path: { ...at, id } }, body })),
    onSuccess: (record) => client.setQueryData(key('record', record.id), record),
    onError: (error, { id }) => onRefused(id, error),
    onSettled: () => void client.invalidateQueries({ queryKey: key() }),
  });
}
