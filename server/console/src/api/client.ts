import createClient from 'openapi-fetch';
import type { paths } from '@/generated/api';

// The one place that speaks HTTP. Every call names an operation of server/app/openapi.json, so that an address, a
// parameter or a body that is not there does not compile. Refusals become `Refused`, a missing network becomes
// `Unreachable`; nothing else is thrown.

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

async function send(request: Request): Promise<Response> {
  if (request.method !== 'GET') request.headers.set('X-Rapport-CSRF', csrf);
  try {
    return await fetch(request, { cache: 'no-store', signal: AbortSignal.timeout(requestTimeoutMs) });
  } catch (cause) {
    throw new Unreachable('', { cause });
  }
}

export const api = createClient<paths>({ baseUrl: '/', fetch: send });

interface Told<Answer> {
  data?: Answer;
  error?: unknown;
  response: Response;
}

function refusal(status: number, told: unknown): Refused {
  const { error } = (typeof told === 'object' && told !== null ? told : {}) as Partial<{
    error: { code: string; message: string };
  }>;
  return new Refused(status, error?.code ?? String(status), error?.message ?? '');
}

// What the office answered, or a throw.
export async function answerOf<Answer>(asked: Promise<Told<Answer>>): Promise<Answer> {
  const { data, error, response } = await asked;
  // A proxy that lost the server answers for it: to the reader that is a missing connection.
  if (response.status >= 502 && response.status <= 504) throw new Unreachable();
  if (!response.ok) throw refusal(response.status, error);
  return data as Answer;
}

type Given<Parameters> = { [Name in keyof Parameters]?: NonNullable<Parameters[Name]> };

// Parameters without those that say nothing: an empty text counts as not set.
export function given<Parameters extends object>(parameters: Parameters): Given<Parameters> {
  const said = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return Object.fromEntries(said) as Given<Parameters>;
}
