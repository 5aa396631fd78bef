import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { RegulatorDatabase } from '@hub/regulator/repository/database.js';
import { regulatorService } from '@hub/regulator/service.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHub } from './start/run-hub.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
  for (let number = 0; number < 5; number += 1) await hub.ask('center', '{ monitoringPlans(first: 1) { totalCount } }');
  await eventually(
    () => hub.database.$queryRawUnsafe<{ count: number }[]>('SELECT count(*)::int AS count FROM kernel.audit_entry'),
    ([row]) => row?.count === 5,
  );
});
afterAll(() => hub.close());

const verify = (...options: string[]) => runHub(['audit', 'verify', ...options], { HUB_DATA_DIR: hub.environment.dataDir });
const here = () => ['--owner', 'regulator', '--database-url', hub.environment.databaseUrl];

describe('hub audit verify', () => {
  it('says that a log is whole, while the hub runs', async () => {
    const { code, stdout, stderr } = await verify(...here());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^regulator +whole: 5 entries up to 5, \d+ checkpoints, 0 not sealed yet; not compared .*\n$/);
  });

  it('says what was tampered with, and where, for people and for machines', async () => {
    await hub.database.$executeRawUnsafe(`UPDATE kernel.audit_entry SET entry = replace(entry, 'center', 'nobody') WHERE position = 3`);
    const { code, stdout } = await verify(...here());
    expect(code).toBe(1);
    expect(stdout).toMatch(/^regulator +1 findings[^]*ENTRY_ALTERED at 3, entry [0-9a-f-]{36}: /);
    const told = await verify(...here(), '--json');
    expect({ code: told.code, ...(JSON.parse(told.stdout) as object) }).toMatchObject({ code: 1, whole: false, reports: [{ owner: 'regulator', findings: [{ kind: 'ENTRY_ALTERED', position: 3 }] }] });
  });

  it('tells a database that cannot be read and wrong input from a log that was touched', async () => {
    const away = new URL(hub.environment.databaseUrl);
    away.port = '1';
    expect(await verify('--owner', 'regulator', '--database-url', away.href)).toMatchObject({ code: 2, stderr: expect.stringContaining('DATABASE_URL_REGULATOR') });
    for (const wrong of [['--owner', 'nobody'], ['--database-url', hub.environment.databaseUrl], ['--owner', 'labs'], ['--wrong'], [...here(), '--keys', '/nowhere']]) {
      expect(await verify(...wrong), wrong.join(' ')).toMatchObject({ code: 3, stdout: '', stderr: expect.stringMatching(/\S/) });
    }
  });
}, 120_000);
