import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Live, backOffMs, type LiveState } from './live';

class FakeSocket {
  onopen: (() => void) | null = null;
  onmessage: (() => void) | null = null;
  onclose: (() => void) | null = null;
  close() {
    this.onclose?.();
  }
}

function follow(reachable: () => boolean) {
  const sockets: FakeSocket[] = [];
  const states: LiveState[] = [];
  let changes = 0;
  const live = new Live(
    'ws://here/live',
    { changed: () => (changes += 1), state: (state) => states.push(state) },
    {
      open: () => {
        const socket = new FakeSocket();
        sockets.push(socket);
        return socket as unknown as WebSocket;
      },
      probe: () => Promise.resolve(reachable()),
      random: () => 0,
    },
  );
  return { live, sockets, states, changes: () => changes };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('Live', () => {
  it('asks again for everything once the connection is back, for it missed what happened', async () => {
    const { sockets, states, changes } = follow(() => false);
    sockets[0]!.onopen!();
    sockets[0]!.onclose!();
    await vi.advanceTimersByTimeAsync(1000);
    sockets[1]!.onopen!();
    expect(states).toEqual(['live', 'offline', 'live']);
    expect(changes()).toBe(2);
  });

  it('tells polling from offline by plain HTTP', async () => {
    const { sockets, states } = follow(() => true);
    sockets[0]!.onclose!();
    await vi.advanceTimersByTimeAsync(0);
    expect(states).toEqual(['polling']);
  });

  it('does not wait when the network is back', async () => {
    const { live, sockets } = follow(() => false);
    sockets[0]!.onclose!();
    await vi.advanceTimersByTimeAsync(0);
    live.retryNow();
    expect(sockets).toHaveLength(2);
  });

  it('stays closed once it was closed', async () => {
    const { live, sockets } = follow(() => false);
    live.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets).toHaveLength(1);
  });
});

describe('backOffMs', () => {
  it('grows, spreads and is bounded', () => {
    expect(backOffMs(0, 0)).toBe(250);
    expect(backOffMs(3, 1)).toBe(4250);
    expect(backOffMs(30, 1)).toBe(30_250);
  });
});
