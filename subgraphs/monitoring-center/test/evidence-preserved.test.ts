import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { auditKey } from '@hub/kernel/audit/audit-key.js';
import { sealedHeadOf } from '@hub/kernel/preservation/preservation.js';
import type { PreservationReport } from '@hub/kernel/preservation/preservation-report.js';
import type { PreservedEntry } from '@hub/kernel/preservation/preserved-entry.js';
import { verifyPreservation } from '@hub/kernel/preservation/verify-preservation.js';
import { folderOfFiles } from '@hub/kernel/files/folder-of-files.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { testFile, upload, type TestFile } from '@hub/kernel/testing/hand-in-files.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { testTimeStampAuthority, type TestTimeStampAuthority } from '@hub/kernel/testing/test-time-stamp-authority.js';
import { trustedRoots } from '@hub/kernel/time-stamps/trusted-roots.js';
import type { JSONWebKeySet } from 'jose';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namingRows } from '../src/repository/naming-rows.js';
import { monitoringCenterService } from '../src/service.js';
import { act, sampler, type Hub } from './acts.js';
import { evidence, onSamples } from './sample-steps.js';
import { bought, issuedPlan } from './thread.js';

const rootsFile = join(tmpdir(), `roots-${randomUUID()}.pem`);
let authority: TestTimeStampAuthority;
let hub: Hub;
let sampleId: string;
beforeAll(async () => {
  authority = await testTimeStampAuthority(rootsFile);
  hub = await subgraphUnderTest(monitoringCenterService, { variables: { EVIDENCE_TIMESTAMP_URL: authority.url, EVIDENCE_TIMESTAMP_ROOTS: rootsFile } });
  sampleId = (await bought(hub, await issuedPlan(hub)))[0]?.sampleId ?? '';
});
afterAll(async () => {
  await hub.close();
  await authority.close();
  await rm(rootsFile, { force: true });
});

const preserve = async (file: TestFile) => {
  const files = [{ hash: file.hash, size: file.content.length, mediaType: 'image/jpeg', name: 'a.jpg' }];
  const [outcome] = await act(hub, sampler, 'preserveEvidence', onSamples([sampleId], { ...evidence, files }), 'id');
  return { id: String(outcome?.value.id), files };
};
const recorded = async () => (await hub.database.$queryRaw<{ entry: string }[]>`SELECT entry FROM kernel.preserved_entry ORDER BY position`).map(({ entry }) => JSON.parse(entry) as PreservedEntry);
const looked = async (): Promise<PreservationReport> => {
  const { dataDir } = hub.environment;
  const owner = 'monitoring-center';
  const kept = folderOfFiles(join(dataDir, 'evidence', owner, 'files'));
  const [jwks, head] = [await auditKey(dataDir).jwks(), await sealedHeadOf(dataDir, owner).read()];
  // As of one moment, as whoever looks by the command: what is sealed meanwhile would seem to have been put in.
  return hub.database.$transaction((database) => verifyPreservation({ owner, database, jwks, head, namingRows, kept, roots: trustedRoots(rootsFile) }), { isolationLevel: 'RepeatableRead' });
};
/** Until all that is recorded of what was done is sealed and stamped. */
const stamped = () => eventually(looked, ({ unsealed, entries, upTo, stampedUpTo }) => unsealed === 0 && entries > 0 && stampedUpTo >= upTo - 1 && stampedUpTo > 0);

describe('preserved evidence is on record, chained and time-stamped (存证, 5.2.4 a)', () => {
  it('which files came, who named them on what, and when; whole, and under the stamp of the authority', async () => {
    const file = testFile('a photograph of the seal');
    await upload(hub, sampler, file);
    const { id, files } = await preserve(file);
    const report = await stamped();
    expect(report).toMatchObject({ found: 0, findings: [], files: 1, notHandedIn: expect.any(Number) as number });
    expect(await recorded()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'RECEIVED', owner: 'monitoring-center', by: { partyId: 'center', userId: 'center.1', role: null }, file: { hash: file.hash, sm3: file.sm3, size: file.content.length, mediaType: 'image/jpeg' } }),
        expect.objectContaining({ kind: 'NAMED', act: 'preserveEvidence', by: { partyId: 'center', userId: 'center.1', role: 'SAMPLER' }, subject: { type: 'Evidence', id }, files }),
        expect.objectContaining({ kind: 'STAMPED', authority: authority.url }),
      ]),
    );
  });

  it('under a key whose public half anyone may have, so that an export can be checked without the hub', async () => {
    const { statusCode, headers, body } = await request(new URL('/evidence/monitoring-center/keys.json', hub.url));
    expect({ statusCode, type: headers['content-type'] }).toEqual({ statusCode: 200, type: expect.stringMatching(/^application\/jwk-set\+json/) });
    const { keys } = (await body.json()) as JSONWebKeySet;
    expect(keys).toEqual((await auditKey(hub.environment.dataDir).jwks()).keys);
    expect(keys[0]).not.toHaveProperty('d');
  });

  it('though the authority is away: the act goes on at once, and one stamp makes up for it all later', async () => {
    authority.behave('AWAY');
    const before = (await recorded()).filter(({ kind }) => kind === 'STAMPED').length;
    const { stampedUpTo } = await looked();
    for (const text of ['one', 'two']) await preserve(testFile(text));
    await eventually(looked, ({ unsealed, upTo }) => unsealed === 0 && upTo >= stampedUpTo + 2);
    const waiting = await looked();
    expect([waiting.found, waiting.stampedUpTo]).toEqual([0, stampedUpTo]);
    authority.behave('RIGHT');
    await preserve(testFile('three'));
    await stamped();
    expect((await recorded()).filter(({ kind }) => kind === 'STAMPED').length).toBe(before + 1);
  });

  it('once, however often the same file is handed in', async () => {
    const file = testFile('handed in twice');
    for (const time of ['first', 'again']) expect((await upload(hub, sampler, file)).status, time).toBe(204);
    await stamped();
    expect((await recorded()).filter((entry) => entry.kind === 'RECEIVED' && entry.file.hash === file.hash)).toHaveLength(1);
  });

  it('with nothing of an act that was refused', async () => {
    const file = testFile('of an act that is refused');
    await act(hub, sampler, 'preserveEvidence', onSamples(['no-such-sample'], { ...evidence, files: [{ hash: file.hash, size: 1, mediaType: 'image/jpeg', name: null }] }), 'id');
    await preserve(testFile('four'));
    await stamped();
    expect(JSON.stringify(await recorded())).not.toContain(file.hash);
  });

  it('from before there was a record, too', async () => {
    const before = await looked();
    await hub.database.$executeRawUnsafe('TRUNCATE kernel.preserved_entry, kernel.preserved_checkpoint, kernel.preserved_arrival');
    await rm(join(hub.environment.dataDir, 'evidence', 'monitoring-center', 'sealed.json'));
    await hub.restart();
    const report = await stamped();
    expect(report).toMatchObject({ found: 0, files: before.files });
    expect((await recorded()).filter(({ kind }) => kind === 'NAMED').every((entry) => entry.kind === 'NAMED' && entry.act === null)).toBe(true);
  });
});
