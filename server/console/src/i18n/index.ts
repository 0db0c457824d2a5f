import { useSyncExternalStore } from 'react';
import type { Label } from '@/api/contract';
import { en, type Words } from './en';
import { es } from './es';

const spoken = { en, es } satisfies Record<string, Words>;
export type Language = keyof typeof spoken;
export const languages: { language: Language; name: string }[] = [
  { language: 'en', name: 'English' },
  { language: 'es', name: 'Español' },
];

const remembered = 'rapport.language';
const isSpoken = (tag: string | null | undefined): tag is Language => tag !== null && tag !== undefined && tag in spoken;

// What was chosen in this browser, else the first of its own languages that we speak.
function firstLanguage(): Language {
  if (typeof document === 'undefined') return 'en';
  const kept = window.localStorage.getItem(remembered);
  if (isSpoken(kept)) return kept;
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isSpoken) ?? 'en';
}

// The words of another language than the page's, for what is printed in it.
export const wordsIn = (tongue: Language): Words => spoken[tongue];

let language: Language = firstLanguage();
const listeners = new Set<() => void>();

// The language of the page. Every module sees the new words at once, and the page is drawn anew from its root, which
// follows `useLanguage`.
export let words: Words = spoken[language];

function settle(): void {
  words = spoken[language];
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}
settle();

export function speak(next: Language): void {
  language = next;
  settle();
  if (typeof document !== 'undefined') window.localStorage.setItem(remembered, next);
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => language);
}

export function labelOf(label: Label): string {
  return label[language] ?? label.en;
}

// What a name in snake case says to people when no label is known.
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function humanise(name: string): string {
  return capital(name.replaceAll('_', ' ').trim());
}
