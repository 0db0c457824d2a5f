import type { Label } from '@/api/contract';
import { en, type Words } from './en';

// The language of the page. One for now; es takes its place here.
export const words: Words = en;

export function labelOf(label: Label): string {
  return label.en;
}

// What a name in snake case says to people when no label is known.
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function humanise(name: string): string {
  return capital(name.replaceAll('_', ' ').trim());
}
