import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from './client';
import { useScope } from './scope';

// The keys that sensitive words are sealed to.
export function useOfficerKeys(enabled = true) {
  const { at, key } = useScope();
  return useQuery({
    queryKey: key('officer-keys'),
    queryFn: () => answerOf(api.GET('/api/programmes/{programme}/officer-keys', { params: { path: at } })),
    enabled,
  });
}

export function useAddOfficerKey() {
  const { at, key } = useScope();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (made: { public_key: string; wrapped: string }) =>
      answerOf(api.POST('/api/programmes/{programme}/officer-keys', { params: { path: at }, body: made })),
    onSuccess: (keys) => client.setQueryData(key('officer-keys'), keys),
  });
}
