import { useSyncExternalStore } from 'react';

// The keys that were unlocked on this page: in its memory alone, and not for longer than somebody sits before it.

const heldForMs = 15 * 60_000;

let held: Uint8Array[] = [];
let end: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function become(next: Uint8Array[]): void {
  held = next;
  listeners.forEach((listener) => listener());
}

export function forgetKeys(): void {
  clearTimeout(end);
  for (const key of held) key.fill(0);
  become([]);
}

export function holdKeys(keys: Uint8Array[]): void {
  forgetKeys();
  end = setTimeout(forgetKeys, heldForMs);
  become(keys);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useHeldKeys(): Uint8Array[] {
  return useSyncExternalStore(subscribe, () => held);
}
