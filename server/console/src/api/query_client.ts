import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refused } from './client';

export function makeQueryClient(): QueryClient {
  const signedOut = (error: unknown) => {
    if (error instanceof Refused && error.status === 401) client.setQueryData(['session'], null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: signedOut }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (mutation.options.mutationKey?.[0] !== 'sign-in') signedOut(error);
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
