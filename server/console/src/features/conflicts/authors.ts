import type { Version } from '@/api/contract';

// Somebody on some device whose versions stand against others': a column of the page.
export interface Author {
  key: string;
  user: string;
  device: string;
  // When the latest of these versions was written.
  at: string;
}

type Conflicts = Record<string, Version[]>;

// One device may stand twice in a field (two console pages share it): then it is two columns.
function keysOf(versions: Version[]): string[] {
  const seen = new Map<string, number>();
  return versions.map(({ user, device }) => {
    const name = JSON.stringify([user, device]);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return `${name}${nth}`;
  });
}

// Whoever wrote last comes first, as in the history beside it.
export function authorsOf(conflicts: Conflicts): Author[] {
  const authors = new Map<string, Author>();
  for (const versions of Object.values(conflicts)) {
    keysOf(versions).forEach((key, nth) => {
      const { user, device, at } = versions[nth]!;
      const known = authors.get(key);
      if (known === undefined || known.at < at) authors.set(key, { key, user, device, at });
    });
  }
  return [...authors.values()].sort((a, b) => b.at.localeCompare(a.at) || a.key.localeCompare(b.key));
}

export function versionOf(versions: Version[], author: Author): Version | undefined {
  return versions[keysOf(versions).indexOf(author.key)];
}
