import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptName } from '@hub/kernel/files/kept-files.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { testFile, upload } from '@hub/kernel/testing/hand-in-files.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { LabsDatabase } from '@hub/labs/repository/database.js';
import { labsService } from '@hub/labs/service.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHub } from './start/run-hub.js';

const technician = { identity: 'lab-1', role: 'TECHNICIAN' };
const file = testFile('a photo of a sample');
let hub: SubgraphUnderTest<LabsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(labsService);
  expect((await upload(hub, technician, file)).status).toBe(204);
  await eventually(() => hub.database.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM kernel.preserved_entry`, ([row]) => row?.count === 1);
});
afterAll(() => hub.close());

const verify = (...options: string[]) => runHub(['evidence', 'verify', ...options], { HUB_DATA_DIR: hub.environment.dataDir });
const here = () => ['--owner', 'labs', '--database-url', hub.environment.databaseUrl];

describe('hub evidence verify', () => {
  it('says that all is whole, while the hub runs', async () => {
    const { code, stdout, stderr } = await verify(...here());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^labs +whole: 1 entries up to 1, 1 checkpoints, 0 not sealed yet; 1 files read, 0 named and not handed in; time stamps not verified.*\n$/);
    expect((await verify(...here(), '--no-files')).stdout).toContain('files not read');
  });

  it('says which file was changed in the store, and what was tampered with on record, for people and for machines', async () => {
    await appendFile(join(hub.environment.dataDir, 'evidence', 'labs', 'files', keptName('lab-1', file.hash)), '!');
    const { code, stdout } = await verify(...here());
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`^labs +1 findings[^]*FILE_ALTERED: the file ${file.hash}`));
    await hub.database.$executeRaw`UPDATE kernel.preserved_entry SET entry = replace(entry, 'lab-1', 'lab-2')`;
    const told = await verify(...here(), '--json');
    expect({ code: told.code, ...(JSON.parse(told.stdout) as object) }).toMatchObject({ code: 1, whole: false, reports: [{ owner: 'labs', findings: [{ kind: 'ENTRY_ALTERED', position: 1 }, { kind: 'FILE_ALTERED' }] }] });
  });

  it('tells a database that cannot be read and wrong input from what was touched', async () => {
    const away = new URL(hub.environment.databaseUrl);
    away.port = '1';
    expect(await verify('--owner', 'labs', '--database-url', away.href)).toMatchObject({ code: 2, stderr: expect.stringContaining('DATABASE_URL_LABS') });
    for (const wrong of [['--owner', 'registry'], ['--database-url', hub.environment.databaseUrl], ['--wrong'], [...here(), '--keys', '/nowhere'], [...here(), '--roots', '/nowhere']]) {
      expect(await verify(...wrong), wrong.join(' ')).toMatchObject({ code: 3, stdout: '', stderr: expect.stringMatching(/\S/) });
    }
  });
}, 120_000);
