import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answerOf, api, given } from './client';
import { pageSize } from './records';
import { useScope } from './scope';

// What a directory may be narrowed to and ordered by, as the office spells it; empty is no filter.
export interface PartnersQuestion {
  q: string;
  area: string;
  steward: string;
  status: string;
  need: string;
  order: string;
  direction: string;
}

export function usePartners(question: PartnersQuestion) {
  const { at, key } = useScope();
  return useInfiniteQuery({
    queryKey: key('partners', ...Object.values(question)),
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/programmes/{programme}/partners', {
          params: { path: at, query: given({ ...question, after: pageParam, limit: pageSize }) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

// Ours, or what may be given to the partner.
export function usePartner(id: string, copy: 'ours' | 'theirs' = 'ours') {
  const { at, key } = useScope();
  return useQuery({
    queryKey: key('partner', id, copy),
    queryFn: () =>
      answerOf(api.GET('/api/programmes/{programme}/partners/{id}', { params: { path: { ...at, id }, query: given({ copy }) } })),
  });
}
