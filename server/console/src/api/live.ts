// Follows one programme's changes over /live. Reconnects by itself with full-jitter back-off; where only the
// WebSocket is barred, it falls back to asking now and then.

export type LiveState = 'connecting' | 'live' | 'polling' | 'offline';

export interface LiveEvents {
  changed(): void;
  state(state: LiveState): void;
}

export interface LiveSurroundings {
  open(url: string): WebSocket;
  // Can the server be reached by plain HTTP? Never rejects.
  probe(): Promise<boolean>;
  random(): number;
}

const firstDelayMs = 500;
const longestDelayMs = 30_000;
const pollMs = 15_000;

export function backOffMs(attempt: number, random: number): number {
  const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** attempt);
  return Math.round(firstDelayMs / 2 + random * ceiling);
}

export class Live {
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly events: LiveEvents,
    private readonly around: LiveSurroundings,
  ) {
    this.connect();
  }

  // The network came back, or the page did: no reason to wait out the delay.
  retryNow(): void {
    if (this.closed || this.socket !== null) return;
    clearTimeout(this.timer);
    this.attempt = 0;
    this.connect();
  }

  // The browser knows that there is no network; a dead socket would notice only much later.
  networkLost(): void {
    const socket = this.socket;
    if (socket === null) return;
    socket.onclose = null;
    socket.close();
    this.socket = null;
    void this.lost();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.socket?.close();
  }

  private connect(): void {
    const socket = this.around.open(this.url);
    this.socket = socket;
    socket.onopen = () => {
      this.attempt = 0;
      this.events.state('live');
      // Whatever changed while nobody listened.
      this.events.changed();
    };
    socket.onmessage = () => this.events.changed();
    socket.onclose = () => {
      this.socket = null;
      if (!this.closed) void this.lost();
    };
  }

  private async lost(): Promise<void> {
    const reachable = await this.around.probe();
    if (this.closed || this.socket !== null) return;
    this.events.state(reachable ? 'polling' : 'offline');
    if (reachable) this.events.changed();
    const delay = backOffMs(this.attempt, this.around.random());
    this.attempt += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.connect(), reachable && this.attempt > 3 ? pollMs : delay);
  }
}
