import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { randomBytes } from '@noble/ciphers/utils.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { fromBase64Url, joined, sameBytes, toBase64Url, utf8 } from './bytes';
import { openBox, publicOf, sealTo } from './sealed_box';

// Sealed texts, as shared/protocol/PROTOCOL.md has them.

const version = 1;
const digestBytes = 32;
const nonceBytes = 24;
const keyBytes = 32;
// Of the texts with their padding (limits::kSealedPadding, kSealedTextBytes).
const paddingBytes = 256;
const mostTextBytes = 191 * paddingBytes;

export type Texts = Record<string, string | null>;

// One body of a record and what opens it, where one of the keys held does.
export interface Opened {
  texts: Texts;
  // The body's own key, for letting another officer in.
  key: Uint8Array;
}

export const digestOf = (bytes: Uint8Array) => blake2b(bytes, { dkLen: digestBytes });

function aboutOf(record: string): Uint8Array {
  const digits = record.replaceAll('-', '').match(/../g) ?? [];
  return joined(utf8('rapport sealed texts 1\n'), Uint8Array.from(digits, (pair) => parseInt(pair, 16)));
}

function textsFrom(plain: Uint8Array): Texts {
  const told: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  if (typeof told !== 'object' || told === null || Array.isArray(told)) throw new Error('no texts');
  const texts = Object.entries(told);
  if (texts.some(([, text]) => text !== null && typeof text !== 'string')) throw new Error('no texts');
  return Object.fromEntries(texts) as Texts;
}

function openBody(key: Uint8Array, body: Uint8Array, record: string): Texts {
  if (body[0] !== version) throw new Error('of a newer version');
  const nonce = body.slice(1, 1 + nonceBytes);
  return textsFrom(xchacha20poly1305(key, nonce, aboutOf(record)).decrypt(body.slice(1 + nonceBytes)));
}

// Nothing where none of these keys is for one of the readers. Throws where what is sealed was changed.
export function openTexts(record: string, body: string, keys: string[], readers: Uint8Array[]): Opened | undefined {
  const sealed = fromBase64Url(body);
  if (sealed === undefined) return undefined;
  const name = digestOf(sealed);
  for (const secret of readers) {
    const mine = joined(name, digestOf(publicOf(secret)));
    for (const cell of keys) {
      const key = fromBase64Url(cell);
      if (key === undefined || !sameBytes(key.slice(0, mine.length), mine)) continue;
      const bodyKey = openBox(secret, key.slice(mine.length));
      return { texts: openBody(bodyKey, sealed, record), key: bodyKey };
    }
  }
  return undefined;
}

// Who can open the body: the beginning that their key to it has.
export function isFor(publicKey: string, body: string, cell: string): boolean {
  const [sealed, reader, key] = [fromBase64Url(body), fromBase64Url(publicKey), fromBase64Url(cell)];
  if (sealed === undefined || reader === undefined || key === undefined) return false;
  return sameBytes(key.slice(0, 2 * digestBytes), joined(digestOf(sealed), digestOf(reader)));
}

// The body's key, for one more reader.
export function keyFor(publicKey: string, body: string, key: Uint8Array): string {
  const [sealed, reader] = [fromBase64Url(body), fromBase64Url(publicKey)];
  if (sealed === undefined || reader === undefined) throw new Error('no key');
  return toBase64Url(joined(digestOf(sealed), digestOf(reader), sealTo(reader, key)));
}

// What one entry said in words, for these readers. Throws where it is more than can be sealed at once.
export function sealTexts(record: string, texts: Texts, readers: string[]): { body: string; keys: string[] } {
  const plain = utf8(JSON.stringify(texts));
  const length = Math.ceil(plain.length / paddingBytes) * paddingBytes;
  if (length > mostTextBytes) throw new Error('more than can be sealed at once');
  const padded = joined(plain, new Uint8Array(length - plain.length).fill(0x20));
  const [key, nonce] = [randomBytes(keyBytes), randomBytes(nonceBytes)];
  const locked = xchacha20poly1305(key, nonce, aboutOf(record)).encrypt(padded);
  const body = toBase64Url(joined(Uint8Array.of(version), nonce, locked));
  return { body, keys: readers.map((reader) => keyFor(reader, body, key)) };
}
