// The two speech shapes of Rapport.
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      <path d="M3 25.6V13a9 9 0 0 1 9-9h5.6a9 9 0 0 1 9 9v5.6a9 9 0 0 1-9 9H5a2 2 0 0 1-2-2Z" fill="var(--mark-a)" />
      <path
        d="M37 34V20.4a9 9 0 0 0-9-9h-5.6a9 9 0 0 0-9 9V27a9 9 0 0 0 9 9H35a2 2 0 0 0 2-2Z"
        fill="var(--mark-b)"
      />
      <path
        d="M17.6 27.6h-4.18a9.3 9.3 0 0 1-.02-.6v-6.6a9 9 0 0 1 9-9h4.06c.09.52.14 1.05.14 1.6v5.6a9 9 0 0 1-9 9Z"
        fill="var(--mark-c)"
      />
    </svg>
  );
}
