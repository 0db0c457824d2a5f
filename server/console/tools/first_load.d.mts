export const mostBytes: number;
export function firstLoadBytes(dist: string): number;
