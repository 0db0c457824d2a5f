// The one place that speaks HTTP. Refusals become `Refused`, a missing network becomes `Unreachable`;
// nothing else is thrown.

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
  ) {
    super(sentence);
  }
}

export class Unreachable extends Error {}

const requestTimeoutMs = 30_000;

let csrf = '';

// Handed over with each session; goes back with every request that changes something.
export function rememberCsrf(token: string): void {
  csrf = token;
}

type Method = 'GET' | 'POST';

async function send(method: Method, path: string, body: unknown): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'GET') {
    headers['Content-Type'] = 'application/json';
    headers['X-Rapport-CSRF'] = csrf;
  }
  try {
    return await fetch(`/api/${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(requestTimeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new Unreachable('', { cause });
  }
}

async function refusal(response: Response): Promise<Refused> {
  const told = (await response.json().catch(() => null)) as { error?: { code?: string; message?: string } } | null;
  return new Refused(response.status, told?.error?.code ?? String(response.status), told?.error?.message ?? '');
}

async function request<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  const response = await send(method, path, body);
  // A proxy that lost the server answers for it: to the reader that is a missing connection.
  if (response.status >= 502 && response.status <= 504) throw new Unreachable();
  if (!response.ok) throw await refusal(response);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

export const get = <Answer>(path: string) => request<Answer>('GET', path);
export const post = <Answer>(path: string, body: unknown = {}) => request<Answer>('POST', path, body);

// Builds "?a=1&b=2" from what is set; an empty text counts as not set.
export function query(parameters: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
