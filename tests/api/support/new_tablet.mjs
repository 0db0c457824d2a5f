// A tablet that asks to be let in, as shared/protocol/PROTOCOL.md spells it.
import { generateKeyPairSync, sign } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const digest = (...parts) => Buffer.from(blake2b(Buffer.concat(parts), { dkLen: 32 }));
const blob = (bytes) => Buffer.concat([Buffer.from([bytes.length]), bytes]);

function bytesOf(code) {
  let value = 0n;
  for (const sign of code) value = (value << 5n) | BigInt(signs.indexOf(sign));
  return Buffer.from(value.toString(16).padStart(32, '0'), 'hex');
}

export function redemptionOf(code, deviceName = 'Tablet 7') {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const parts = [Buffer.from(code), key, Buffer.from(deviceName)].map(blob);
  const proof = Buffer.concat([Buffer.from('rapport enrolment v1'), ...parts]);
  return {
    code,
    public_key: key.toString('base64url'),
    device_name: deviceName,
    signature: sign(null, proof, privateKey).toString('base64url'),
  };
}

export function officeQuestionOf(code) {
  const hash = digest(Buffer.from('rapport enrolment code v1'), bytesOf(code));
  return {
    lookup: digest(Buffer.from('rapport enrolment lookup v1'), hash).toString('base64url'),
    nonce: Buffer.alloc(32, 'n').toString('base64url'),
  };
}
