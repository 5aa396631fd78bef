import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testTimeStampAuthority, type TestBehaviour, type TestTimeStampAuthority } from '../src/testing/test-time-stamp-authority.js';
import { TimeStampAuthority } from '../src/time-stamps/time-stamp-authority.js';
import { TimeStampInvalid } from '../src/time-stamps/time-stamp-invalid.js';
import { trustedRoots } from '../src/time-stamps/trusted-roots.js';
import { verifyTimeStamp } from '../src/time-stamps/verify-time-stamp.js';

let folder: string;
let testing: TestTimeStampAuthority;
let roots: Uint8Array[];
let authority: TimeStampAuthority;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'time-stamps-'));
  testing = await testTimeStampAuthority(join(folder, 'roots.pem'));
  roots = trustedRoots(testing.rootsFile);
  authority = new TimeStampAuthority({ url: testing.url, roots });
});
afterAll(async () => {
  await testing.close();
  await rm(folder, { recursive: true, force: true });
});

const text = '{"what":"is stamped","样品":1}';

describe('a time stamp (RFC 3161)', () => {
  it('proves that a text was there at a time, to whoever believes the root to which it leads', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { token, at, serial } = await authority.stamp(text);
    expect(at.getTime()).toBeGreaterThanOrEqual(before);
    expect(at.getTime()).toBeLessThanOrEqual(Date.now());
    expect(await verifyTimeStamp({ token, text, roots })).toEqual({ at, serial });
  });

  it('proves nothing of another text or under other roots, and whatever bit of it is changed nothing else than before', async () => {
    const { token, at: time, serial } = await authority.stamp(text);
    await expect(verifyTimeStamp({ token, text: `${text} `, roots })).rejects.toThrow(TimeStampInvalid);
    const other = await testTimeStampAuthority(join(folder, 'other.pem'));
    await other.close();
    await expect(verifyTimeStamp({ token, text, roots: trustedRoots(other.rootsFile) })).rejects.toThrow(TimeStampInvalid);
    const otherwise: number[] = [];
    let refused = 0;
    for (let at = 0; at < token.length; at += 1) {
      const changed = Uint8Array.from(token);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      const proven = await verifyTimeStamp({ token: changed, text, roots }).catch((error: unknown) => {
        if (!(error instanceof TimeStampInvalid)) throw error;
        return undefined;
      });
      // CMS signs not every byte of its wrapping, such as version numbers (RFC 5652 §5.4).
      if (!proven) refused += 1;
      else if (proven.at.getTime() !== time.getTime() || proven.serial !== serial) otherwise.push(at);
    }
    expect(otherwise).toEqual([]);
    expect(refused).toBeGreaterThan(token.length * 0.9);
  }, 60_000);

  const wrong: Partial<Record<TestBehaviour, RegExp>> = {
    REFUSING: /status 2/,
    ANOTHER_NONCE: /nonce/,
    ANOTHER_TEXT: /TSTInfo verification/,
    FOR_SERVERS: /time stamping alone/,
    FOREIGN: /certificate/,
    UNNAMED: /RFC 5816/,
    FORGED: /signature is wrong/,
    WITHOUT_NONCE: /nonce/,
    EXPIRED: /certificate/,
    NOT_CRITICAL: /time stamping alone/,
    TWO_PURPOSES: /time stamping alone/,
    EARLY: /was asked for at/,
    LATE: /was asked for at/,
    NAMES_ANOTHER: /RFC 5816/,
    TWO_SIGNERS: /just one signer/,
    OTHER_CONTENT: /not said to be a TSTInfo/,
    ANOTHER_HASH: /not over a SHA-256/,
    EMPTY: /holds no stamp/,
    ENDLESS: /too long/,
    BY_SM2: /signed by SM2, .* RSA or ECDSA/,
  };
  for (const [behaviour, why] of Object.entries(wrong)) {
    it(`is not taken where the authority answers wrongly: ${behaviour}`, async () => {
      testing.behave(behaviour as TestBehaviour);
      const refused = expect(authority.stamp(text)).rejects;
      await refused.toThrow(why);
      await expect(authority.stamp(text)).rejects.toThrow(TimeStampInvalid);
      testing.behave('RIGHT');
    });
  }

  it('is not there where the authority is away, which says nothing of what was stamped', async () => {
    testing.behave('AWAY');
    await expect(authority.stamp(text)).rejects.toThrow(/503/);
    testing.behave('RIGHT');
  });
});
