import { hsalsa, xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { randomBytes, u32 } from '@noble/ciphers/utils.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { joined, utf8 } from './bytes';

// A libsodium sealed box (X25519, XSalsa20-Poly1305): a one-time public key, and a box under it whose nonce is the
// BLAKE2b of both public keys.

const keyBytes = 32;
const nonceBytes = 24;

const nonceOf = (once: Uint8Array, reader: Uint8Array) => blake2b(joined(once, reader), { dkLen: nonceBytes });

function boxKey(secret: Uint8Array, theirs: Uint8Array): Uint8Array {
  const shared = x25519.getSharedSecret(secret, theirs);
  const key = new Uint32Array(keyBytes / 4);
  hsalsa(u32(utf8('expand 32-byte k')), u32(shared), new Uint32Array(4), key);
  return new Uint8Array(key.buffer);
}

export const publicOf = (secret: Uint8Array) => x25519.getPublicKey(secret);

export function sealTo(reader: Uint8Array, plain: Uint8Array): Uint8Array {
  const once = randomBytes(keyBytes);
  const shown = publicOf(once);
  return joined(shown, xsalsa20poly1305(boxKey(once, reader), nonceOf(shown, reader)).encrypt(plain));
}

// Throws for what was sealed to another key, or changed on its way.
export function openBox(secret: Uint8Array, sealed: Uint8Array): Uint8Array {
  const once = sealed.slice(0, keyBytes);
  return xsalsa20poly1305(boxKey(secret, once), nonceOf(once, publicOf(secret))).decrypt(sealed.slice(keyBytes));
}
