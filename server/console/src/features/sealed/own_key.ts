import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { randomBytes } from '@noble/ciphers/utils.js';
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { fromBase64Url, joined, sameBytes, toBase64Url, utf8 } from './bytes';
import { publicOf } from './sealed_box';

// An officer's own key: made here, kept at the office locked under a passphrase that never leaves this page.
//
// `wrapped` is JSON: {v: 1, kdf: "argon2id", m: KiB, t: passes, salt, nonce, box}. The box is the private half under the
// passphrase's key (XChaCha20-Poly1305), bound to "rapport officer key 1", a line feed and the public half.

export interface LockedKey {
  public_key: string;
  wrapped: string;
}

interface Lock {
  v: 1;
  kdf: 'argon2id';
  m: number;
  t: number;
  salt: string;
  nonce: string;
  box: string;
}

const keyBytes = 32;
const saltBytes = 16;
const nonceBytes = 24;
export const leastPassphrase = 12;

// About a second and a half on an office's computer.
const memoryKib = 64 * 1024;
const passes = 3;
// What a lock that came from elsewhere may ask of this computer.
const mostMemoryKib = 256 * 1024;
const mostPasses = 16;

const aboutOf = (publicKey: Uint8Array) => joined(utf8('rapport officer key 1\n'), publicKey);

// However it was typed: composed letters are the same letters.
function keyFrom(passphrase: string, salt: Uint8Array, m: number, t: number): Promise<Uint8Array> {
  return argon2idAsync(utf8(passphrase.normalize('NFKC')), salt, { m, t, p: 1, dkLen: keyBytes });
}

export async function makeKey(passphrase: string): Promise<LockedKey & { secret: Uint8Array }> {
  const secret = randomBytes(keyBytes);
  const publicKey = publicOf(secret);
  const [salt, nonce] = [randomBytes(saltBytes), randomBytes(nonceBytes)];
  const key = await keyFrom(passphrase, salt, memoryKib, passes);
  const box = xchacha20poly1305(key, nonce, aboutOf(publicKey)).encrypt(secret);
  const lock: Lock = {
    v: 1,
    kdf: 'argon2id',
    m: memoryKib,
    t: passes,
    salt: toBase64Url(salt),
    nonce: toBase64Url(nonce),
    box: toBase64Url(box),
  };
  return { public_key: toBase64Url(publicKey), wrapped: JSON.stringify(lock), secret };
}

function lockFrom(wrapped: string): Lock | undefined {
  let told: Partial<Lock> | null;
  try {
    told = JSON.parse(wrapped) as Partial<Lock> | null;
  } catch {
    return undefined;
  }
  const bounded = (n: unknown, most: number) => Number.isInteger(n) && (n as number) > 0 && (n as number) <= most;
  const fits = told?.v === 1 && told.kdf === 'argon2id' && bounded(told.m, mostMemoryKib) && bounded(told.t, mostPasses);
  const texts = [told?.salt, told?.nonce, told?.box].every((part) => typeof part === 'string');
  return fits && texts ? (told as Lock) : undefined;
}

// The private half; nothing where the passphrase is another, or this is no lock of ours.
export async function openKey({ public_key, wrapped }: LockedKey, passphrase: string): Promise<Uint8Array | undefined> {
  const lock = lockFrom(wrapped);
  const publicKey = fromBase64Url(public_key);
  if (lock === undefined || publicKey === undefined) return undefined;
  const [salt, nonce, box] = [fromBase64Url(lock.salt), fromBase64Url(lock.nonce), fromBase64Url(lock.box)];
  if (salt?.length !== saltBytes || nonce?.length !== nonceBytes || box === undefined) return undefined;
  const key = await keyFrom(passphrase, salt, lock.m, lock.t);
  try {
    const secret = xchacha20poly1305(key, nonce, aboutOf(publicKey)).decrypt(box);
    return sameBytes(publicOf(secret), publicKey) ? secret : undefined;
  } catch {
    return undefined;
  }
}

// What the browser saves for its owner, and takes back after the office lost it.
export const fileText = ({ public_key, wrapped }: LockedKey) => JSON.stringify({ rapport_officer_key: 1, public_key, wrapped }, null, 1);

export function keyFromFile(text: string): LockedKey | undefined {
  try {
    const told = JSON.parse(text) as Record<string, unknown> | null;
    const { public_key, wrapped } = told ?? {};
    if (told?.['rapport_officer_key'] !== 1 || typeof public_key !== 'string' || typeof wrapped !== 'string') return undefined;
    return lockFrom(wrapped) === undefined ? undefined : { public_key, wrapped };
  } catch {
    return undefined;
  }
}
