import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { Export, NewExport } from './contract';
import { useScope } from './scope';

const whileMadeMs = 1000;
const isMade = ({ state }: Export) => state === 'waiting' || state === 'running';

// Those that this person had made; asked again while one is being made.
export function useExports() {
  const { at, key } = useScope();
  return useQuery({
    queryKey: key('exports'),
    queryFn: () => answerOf(api.GET('/api/programmes/{programme}/exports', { params: { path: at } })),
    refetchInterval: (query) => (query.state.data?.items.some(isMade) ? whileMadeMs : false),
  });
}

export function useBeginExport() {
  const { at, key } = useScope();
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['export'],
    mutationFn: (body: NewExport) => answerOf(api.POST('/api/programmes/{programme}/exports', { params: { path: at }, body })),
    onSettled: () => void client.invalidateQueries({ queryKey: key('exports') }),
  });
}

// Where the browser fetches a file to save it.
export function fileAddress(programme: string, id: string, name: string): string {
  return ['/api/programmes', programme, 'exports', id, 'files', name].map((part, at) => (at === 0 ? part : encodeURIComponent(part))).join('/');
}
