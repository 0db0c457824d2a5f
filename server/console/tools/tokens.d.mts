export interface Design {
  color: Record<string, unknown>;
  minimum: Record<string, { text: number; mark: number }>;
}
export const themes: readonly string[];
export function coloursOf(design: Design, theme: string): Map<string, string>;
export function cssOf(design: Design): string;
