import { describe, expect, it } from 'vitest';
import { toBase64Url } from './bytes';
import { fileText, keyFromFile, makeKey, openKey } from './own_key';
import { publicOf } from './sealed_box';

// A passphrase costs a second to try, on purpose.
const patienceMs = 60_000;
const passphrase = 'ferry mitten opal ámbar';

describe('an officer’s own key', () => {
  it('opens with its passphrase alone, however its letters were composed', async () => {
    const { secret, ...locked } = await makeKey(passphrase);
    expect(toBase64Url(publicOf(secret))).toBe(locked.public_key);
    expect(await openKey(locked, passphrase.normalize('NFD'))).toEqual(secret);
    expect(await openKey(locked, `${passphrase} `)).toBeUndefined();
    expect(locked.wrapped).not.toContain(toBase64Url(secret));
    expect(locked.wrapped.length).toBeLessThan(2048);
    const other = await makeKey(passphrase);
    expect(other.public_key).not.toBe(locked.public_key);
    expect(await openKey({ ...locked, public_key: other.public_key }, passphrase)).toBeUndefined();
  }, patienceMs);

  it('comes back from its file', async () => {
    const { secret, ...locked } = await makeKey(passphrase);
    const back = keyFromFile(fileText(locked));
    expect(back).toEqual(locked);
    expect(await openKey(locked, passphrase)).toEqual(secret);
  }, patienceMs);

  it('is no other text, and no lock that asks for more than a computer has', async () => {
    for (const text of ['', 'null', '[]', '{"rapport_officer_key":1}', '{"rapport_officer_key":2,"public_key":"a","wrapped":"{}"}']) {
      expect(keyFromFile(text)).toBeUndefined();
    }
    const greedy = JSON.stringify({ v: 1, kdf: 'argon2id', m: 1 << 24, t: 3, salt: 'AA', nonce: 'AA', box: 'AA' });
    expect(keyFromFile(JSON.stringify({ rapport_officer_key: 1, public_key: 'AA', wrapped: greedy }))).toBeUndefined();
    expect(await openKey({ public_key: 'AA', wrapped: greedy }, passphrase)).toBeUndefined();
  });
});
