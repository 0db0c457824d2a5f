import { useProgramme } from '@/app/programme';

export type Scope = ReturnType<typeof useScope>;

// Where a programme's answers live, and under which key a live change finds them.
export function useScope() {
  const { programme, role } = useProgramme();
  return {
    at: { programme },
    key: (...rest: (string | number)[]) => ['programme', programme, ...rest],
    programme,
    role,
  };
}
