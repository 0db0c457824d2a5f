import { QueryCache, QueryClient } from '@tanstack/react-query';
import { Refused } from './client';

export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, asked) => {
        const signedOut = error instanceof Refused && error.status === 401;
        if (signedOut && asked.queryKey[0] !== 'session') client.setQueryData(['session'], null);
      },
    }),
    defaultOptions: {
      queries: { retry: (count, error) => !(error instanceof Refused) && count < 2, refetchOnWindowFocus: false },
      // Never by itself: an increment that arrived, but whose answer was lost, must not be added again.
      mutations: { retry: false },
    },
  });
  return client;
}
