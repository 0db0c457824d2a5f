import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from './client';
import { useScope } from './scope';

// The office goes through a year of records for it, so it is not asked with every record that comes in.
const staysMs = 60_000;

export function useMeasures() {
  const { at } = useScope();
  return useQuery({
    queryKey: ['measures', at.programme],
    queryFn: () => answerOf(api.GET('/api/programmes/{programme}/measures', { params: { path: at } })),
    staleTime: staysMs,
    refetchInterval: staysMs,
  });
}
