import { onlineManager, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { Refused, answerOf, api } from './client';
import { Live, type LiveState } from './live';

// What the page knows about its connection. Queries and sending pause while it is offline and go on by
// themselves afterwards: nothing that was asked for is dropped.
let current: LiveState = 'connecting';
const listeners = new Set<() => void>();

onlineManager.setEventListener(() => undefined);

function become(state: LiveState): void {
  if (state === current) return;
  current = state;
  onlineManager.setOnline(state !== 'offline');
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): LiveState {
  return useSyncExternalStore(subscribe, () => current);
}

// A tablet that comes home sends hundreds of records: the page looks again at most this often.
const refreshEveryMs = 400;

function refresher(refresh: () => void): () => void {
  let waiting = false;
  let last = 0;
  return () => {
    if (waiting) return;
    waiting = true;
    const wait = Math.max(0, last + refreshEveryMs - Date.now());
    setTimeout(() => {
      waiting = false;
      last = Date.now();
      refresh();
    }, wait);
  };
}

async function probe(): Promise<boolean> {
  try {
    await answerOf(api.GET('/api/session'));
    return true;
  } catch (error) {
    return error instanceof Refused;
  }
}

// Keeps everything shown of a programme fresh for as long as the caller is mounted.
export function useLive(programme: string, client: QueryClient): void {
  useEffect(() => {
    const changed = refresher(() => {
      void client.invalidateQueries({ queryKey: ['programme', programme] });
      if (current === 'polling') void client.invalidateQueries({ queryKey: ['session'] });
    });
    const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
    const url = `${scheme}://${window.location.host}/live?programme=${encodeURIComponent(programme)}`;
    const live = new Live(url, { changed, state: become }, {
      open: (address) => new WebSocket(address),
      probe,
      random: Math.random,
    });
    const back = () => live.retryNow();
    const lost = () => live.networkLost();
    const seen = () => document.visibilityState === 'visible' && live.retryNow();
    window.addEventListener('online', back);
    window.addEventListener('offline', lost);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('offline', lost);
      document.removeEventListener('visibilitychange', seen);
      live.close();
      become('connecting');
    };
  }, [programme, client]);
}
