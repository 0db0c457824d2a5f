import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Refused, get, post, rememberCsrf } from './client';
import type { Session } from './contract';

async function readSession(): Promise<Session | null> {
  try {
    const session = await get<Session>('session');
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
    mutationFn: (who: { name: string; password: string }) => post<Session>('sign-in', who),
    networkMode: 'always',
    onSuccess: (session) => {
      rememberCsrf(session.csrf);
      client.setQueryData(['session'], session);
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post('sign-out'),
    networkMode: 'always',
    onSuccess: () => {
      client.clear();
      client.setQueryData(['session'], null);
    },
  });
}

export function useOwnName(): string | undefined {
  return useSession().data?.user.name;
}
