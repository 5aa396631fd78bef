import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evidencePath } from '../src/domain/evidence-path.js';
import { monitoringCenterService } from '../src/service.js';
import { sampler, type Hub } from './acts.js';
import { askFiles, begin, send, testFile, type TestFile } from './upload.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService, { variables: { EVIDENCE_MAX_BYTES: '1000000' } });
});
afterAll(() => hub.close());

const store = (...path: string[]) => join(hub.environment.dataDir, 'evidence', 'monitoring-center', ...path);
const valueOf = ({ hash }: TestFile) => hash.slice('sha-256:'.length);
const placeOf = (file: TestFile) => store('files', 'center', 'sha-256', valueOf(file).slice(0, 2), valueOf(file));
const there = (path: string) => stat(path).then(() => true, () => false);
/** Begins an upload: its address, its id. */
async function begun(file: TestFile): Promise<{ location: string; id: string }> {
  const location = String((await begin(hub, sampler, file)).headers['location']);
  return { location, id: location.split('/').at(-1) ?? '' };
}
const rewritten = async (id: string, change: (info: string) => string) => writeFile(store('uploads', `${id}.json`), change(await readFile(store('uploads', `${id}.json`), 'utf8')));

it('an upload is its party’s alone, and what is no upload is told as one that is not there (取证, 5.2.4 a)', async () => {
  const { location, id } = await begun(testFile('another’s'));
  await rewritten(id, (info) => info.replace('"center"', '"another-center"'));
  const addresses = [location, `${location}.json`, `${evidencePath}/uploads/${'0'.repeat(32)}`, `${evidencePath}/uploads/none`, `${evidencePath}/uploads/..%2fuploads`];
  const told = await Promise.all(addresses.flatMap((address) => [askFiles(hub, sampler, 'DELETE', address), send(hub, sampler, address, 0, Buffer.from('x'))]));
  expect(new Set(told.map(({ status, body }) => `${status} ${body.toString()}`))).toEqual(new Set([expect.stringMatching(/^404 .*FILE_NOT_FOUND/)]));
  for (const address of addresses) expect((await askFiles(hub, sampler, 'HEAD', address)).status).toBe(404);
  expect(await there(store('uploads', `${id}.json`))).toBe(true);
});
