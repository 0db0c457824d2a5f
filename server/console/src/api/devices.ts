import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from './client';
import type { Device, Enrolment, EnrolmentState, Role } from './contract';
import { useScope } from './scope';

export function useDevices() {
  const { path, key } = useScope();
  return useQuery({
    queryKey: key('devices'),
    queryFn: () => get<{ items: Device[] }>(`${path}/devices`).then((answer) => answer.items),
  });
}

export function useRevoke() {
  const { path, key } = useScope();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post(`${path}/devices/${encodeURIComponent(id)}/revoke`),
    onSettled: () => client.invalidateQueries({ queryKey: key('devices') }),
  });
}

export function useEnrol() {
  const { path } = useScope();
  return useMutation({
    mutationFn: (who: { role: Role; name: string }) => post<Enrolment>(`${path}/enrolments`, who),
  });
}

const enrolmentPollMs = 1500;

export function useEnrolment(id: string) {
  const { path } = useScope();
  return useQuery({
    queryKey: ['enrolment', id],
    queryFn: () => get<EnrolmentState>(`${path}/enrolments/${encodeURIComponent(id)}`),
    refetchInterval: (asked) => {
      const state = asked.state.data?.state;
      return state === 'open' || state === 'claimed' || state === undefined ? enrolmentPollMs : false;
    },
  });
}

// What whoever compared the words says of them.
export type Comparison = 'confirm' | 'refuse';

export function useCompareEnrolment(id: string) {
  const { path, key } = useScope();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (said: Comparison) => post(`${path}/enrolments/${encodeURIComponent(id)}/${said}`),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['enrolment', id] });
      await client.invalidateQueries({ queryKey: key('devices') });
    },
  });
}
