import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Refused, answerOf, api, rememberCsrf } from './client';
import type { Session } from './contract';

async function readSession(): Promise<Session | null> {
  try {
    const session = await answerOf(api.GET('/api/session'));
    rememberCsrf(session.csrf);
    return session;
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return null;
    throw error;
  }
}

export function useSession() {
  return useQuery({ queryKey: ['session'], queryFn: readSession, staleTime: Infinity, networkMode: 'always' });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['sign-in'],
    mutationFn: (who: { name: string; password: string }) => answerOf(api.POST('/api/sign-in', { body: who })),
    networkMode: 'always',
    onSuccess: async (session) => {
      rememberCsrf(session.csrf);
      client.setQueryData(['session'], session);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}

// Loads the page anew: nothing that was read stays in its memory.
export function useSignOut() {
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/sign-out')),
    networkMode: 'always',
    onSuccess: () => window.location.replace('/'),
  });
}

export function useOwnName(): string | undefined {
  return useSession().data?.user.name;
}
