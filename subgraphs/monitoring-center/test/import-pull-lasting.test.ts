import { randomUUID } from 'node:crypto';
import { keptMapping } from '@hub/imports/mapping/kept-mappings.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importStore } from '../src/imports/import-store.js';
import { pullSource, type PullSourceOptions } from '../src/imports/pull-source.js';
import { usableMappings } from '../src/imports/usable-mappings.js';
import { importPulls } from '../src/repository/import-pulls.js';
import { monitoringCenterService } from '../src/service.js';
import type { Hub } from './acts.js';
import { feed, notice } from './imports.js';
import { feedOf, pullsOf, sends, sourceHere, type Source } from './pulls.js';

let hub: Hub;
let source: Source;
beforeAll(async () => {
  source = await sourceHere();
  hub = await subgraphUnderTest(monitoringCenterService, { variables: { IMPORT_ALLOWED_HOSTS: `data.example.cn,${source.url}`, IMPORT_PULL_SECONDS: '2' } });
});
afterAll(async () => {
  await hub.close();
  source.server.closeAllConnections();
  await new Promise((resolve) => source.server.close(resolve));
});
beforeEach(() => {
  source.asked.length = 0;
});

const { scheduled, doing, read, until, settled, again, runs } = pullsOf(() => hub, () => source);

/** A version of a mapping that the centre has approved. */
async function approved(name: string, change: (text: string) => string = (text) => text, version = 1): Promise<string> {
  const text = change((await keptMapping('web-notices')).replace('mapping: web-notices', `mapping: ${name}`).replace('version: 1', `version: ${version}`));
  const by = { userId: 'center.1', partyId: 'center', role: 'ANALYST', at: new Date().toISOString() };
  const id = randomUUID();
  await hub.database.importMapping.create({
    data: {
      ...{ id, name, version, zh: '映射', en: 'a mapping', source: '来源', text, sampleHash: 'sha-256:0', given: {}, trial: {}, reason: '新来源' },
      ...{ proposed: by, proposedAt: new Date(), decided: by, decisionReason: '相符', holder: 'center', concerned: [], state: 'APPROVED', reached: ['PROPOSED', 'APPROVED'] },
    },
  });
  return id;
}
const stopped = (id: string) => until(id, ({ state }) => state === 'STOPPED');
const row = (id: string) => hub.database.importPull.findUniqueOrThrow({ where: { id } });
const freed = (id: string) => eventually(() => row(id), ({ leaseId }) => leaseId === null);
const cursor = { parameter: 'since', column: 'date', value: '2026-01-01' };

describe('in whose name a source is pulled', () => {
  it('may be somebody’s whom a claim of the identity provider made an analyst, while the party maps it', async () => {
    const id = 'mapped';
    const mapped = (mappings: readonly object[]) => hub.database.$executeRaw`UPDATE kernel.participant SET role_mappings = ${JSON.stringify(mappings)}::jsonb WHERE id = 'center'`;
    await mapped([{ id, issuer: 'urn:hub:development-issuer', tokenClaim: 'groups', claimValue: 'risk', role: 'ANALYST' }]);
    await hub.database.$executeRaw`UPDATE kernel.participant_user SET roles = array_remove(roles, 'ANALYST') WHERE id = 'center.2'`;
    source.answer = sends(feedOf('m1'));
    const { value } = await scheduled();
    await settled(value.id);
    const reader = { userId: 'center.2', partyId: 'center', role: 'ANALYST', roleMapping: id, at: new Date().toISOString() };
    await hub.database.importPull.update({ where: { id: value.id }, data: { reader } });
    source.answer = sends(feedOf('m1', 'm2'));
    await again(value.id);
    expect(await settled(value.id)).toMatchObject({ state: 'ACTIVE', failedAttempts: 0, importRun: { started: { userId: 'center.2' }, counts: { taken: 1 } } });
    await mapped([]);
    await doing('run', value.id);
    expect((await stopped(value.id)).stoppedBecause).toMatchObject({ code: 'IMPORT_STARTER_GONE' });
  });

  it('is asked before the source is: where they may no more, nothing is fetched, also where nothing is new', async () => {
    source.answer = sends(feedOf('a1'));
    const { value } = await scheduled();
    await settled(value.id);
    await hub.database.$executeRaw`UPDATE kernel.participant_user SET active = false WHERE id = 'center.1'`;
    try {
      await hub.database.importPull.update({ where: { id: value.id }, data: { nextAttemptAt: new Date(0) } });
      await eventually(() => row(value.id), ({ state }) => state === 'STOPPED');
    } finally {
      await hub.database.$executeRaw`UPDATE kernel.participant_user SET active = true WHERE id = 'center.1'`;
    }
    expect((await read(value.id)).stoppedBecause).toMatchObject({ code: 'IMPORT_STARTER_GONE' });
    expect(source.asked).toHaveLength(1);
  });
});

describe('the mapping of a pull', () => {
  it('that holds to the contract no more stops it with the reason', async () => {
    const id = await approved('outlived');
    source.answer = sends(feedOf('o1'));
    const { value } = await scheduled({ mapping: 'outlived' });
    await settled(value.id);
    const { text } = await hub.database.importMapping.findUniqueOrThrow({ where: { id } });
    await hub.database.importMapping.update({ where: { id }, data: { text: text.replace('hazardItem:', 'hazardKind:') } });
    await doing('run', value.id);
    expect((await stopped(value.id)).stoppedBecause).toMatchObject({ code: 'IMPORT_MAPPING_INVALID' });
    expect(source.asked).toHaveLength(1);
  });

  it.each([
    ['reads the column of the place no more', (text: string) => text.replace('observedOn: { from: date, read: day }', 'observedOn: { value: 2026-03-01 }')],
    ['calls it personal', (text: string) => text.replace('observedOn: { from: date, read: day }', 'observedOn: { value: 2026-03-01 }\n  complainant.phone: { from: date }').replace('key: guid', 'key: guid\npersonal: [date]')],
    ['makes of it what stays in the centre', (text: string) => text.replace('observedOn: { from: date, read: day }', 'observedOn: { value: 2026-03-01 }\n  complainant.phone: { from: date }')],
  ])('whose next version %s stops it before that goes into an address', async (what, change) => {
    const name = `place-${'rcm'.indexOf(what[0] ?? '')}`;
    await approved(name);
    source.answer = sends(feedOf(name));
    const { value } = await scheduled({ mapping: name, cursor });
    await settled(value.id);
    await approved(name, change, 2);
    source.asked.length = 0;
    await doing('run', value.id);
    expect((await stopped(value.id)).stoppedBecause).toMatchObject({ code: 'IMPORT_CURSOR_COLUMN' });
    expect(source.asked).toEqual([]);
    expect((await scheduled({ mapping: name, cursor })).refusal).toMatchObject({ code: 'IMPORT_CURSOR_COLUMN', field: 'cursor.column' });
  });

  it('that has a new version reads the same content anew, also where a process ended before it had noted the import by the old one', async () => {
    await approved('renewed');
    source.answer = sends(feedOf('r1'));
    const { value } = await scheduled({ mapping: 'renewed' });
    const { importRun } = await settled(value.id);
    await approved('renewed', undefined, 2);
    await hub.database.$executeRaw`UPDATE import_pull SET runs = 0, taken = NULL, import_run_id = NULL WHERE id = ${value.id}`;
    await again(value.id);
    const pull = await settled(value.id);
    expect(pull).toMatchObject({ failedAttempts: 0, importRun: { state: 'COMPLETED', counts: { unchanged: 1 } } });
    expect(pull.importRun?.id).not.toBe(importRun?.id);
  });
});

describe('the place of a source', () => {
  it.each([
    ['of more than 200 characters', `2026-03-01 ${'x'.repeat(200)}`],
    ['with a control character', '2026-03-01&#133;'],
  ])('%s goes into no address: it is told, and nothing is taken in', async (_what, date) => {
    source.answer = sends(feed([notice(randomUUID(), { date })]).content.toString());
    const before = await runs();
    const { value } = await scheduled({ cursor });
    const pull = await until(value.id, ({ failedAttempts }) => failedAttempts > 0);
    expect(pull).toMatchObject({ state: 'ACTIVE', lastFailure: { code: 'IMPORT_CURSOR_VALUE' }, cursor: { value: '2026-01-01' } });
    expect(await runs()).toBe(before);
    await doing('end', value.id, { reason: '测试' });
  });

  it('is never gone back behind', async () => {
    source.answer = sends(feed([notice(randomUUID(), { date: '2025-12-31' })]).content.toString());
    const { value } = await scheduled({ cursor });
    expect(await settled(value.id)).toMatchObject({ cursor: { value: '2026-01-01' }, importRun: { counts: { taken: 1 } } });
  });

  it('after which there is nothing is no failure, be that told by 204 or by nothing at all', async () => {
    source.answer = (_request, response) => response.writeHead(204).end();
    const { value } = await scheduled({ cursor });
    expect(await until(value.id, ({ lastAttemptAt }) => lastAttemptAt !== null)).toMatchObject({ failedAttempts: 0, lastFailure: null, importRun: null });
    source.answer = sends('');
    expect(await again(value.id)).toMatchObject({ failedAttempts: 0, lastFailure: null, importRun: null, cursor: { value: '2026-01-01' } });
    const whole = await scheduled();
    expect((await until(whole.value.id, ({ failedAttempts }) => failedAttempts > 0)).lastFailure?.code).toBe('IMPORT_TRUNCATED');
  });
});

describe('when a source is asked again', () => {
  const claimed = async () => {
    source.answer = sends(feedOf(randomUUID()));
    const { value } = await scheduled();
    await settled(value.id);
    const leaseId = randomUUID();
    const held = await hub.database.importPull.update({ where: { id: value.id }, data: { leaseId, leasedUntil: new Date('2099-01-01') } });
    return { ...held, leaseId };
  };

  it('is not now, where the hub is away, or cannot write into its audit log: nothing is fetched', async () => {
    const pull = await claimed();
    source.asked.length = 0;
    for (const code of ['UPSTREAM_UNAVAILABLE', 'DATABASE_UNAVAILABLE', 'AUDIT_UNAVAILABLE']) {
      const attempt: Pick<PullSourceOptions, 'pull' | 'mapping' | 'ask' | 'store'> = {
        pull,
        mapping: () => usableMappings().latest(hub.database, 'center', 'web-notices'),
        ask: async () => ({ errors: [{ message: '', extensions: { code } }] }),
        store: importStore(hub.environment),
      };
      expect(await pullSource(attempt as PullSourceOptions)).toEqual({ again: true });
    }
    expect(source.asked).toEqual([]);
  });

  it('grows longer each time that the hub itself is away, up to an hour, and is as before when it is back', async () => {
    const pull = await claimed();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const noted = { ...(await hub.database.importPull.update({ where: { id: pull.id }, data: { leaseId: pull.leaseId } })), leaseId: pull.leaseId };
      const before = Date.now();
      await importPulls(hub.database).note(noted, { again: true });
      waits.push((await row(pull.id)).nextAttemptAt.getTime() - before);
    }
    expect(waits[0]).toBeLessThanOrEqual(16_000);
    expect(waits[3]).toBeGreaterThan(50_000);
    expect(waits[11]).toBeGreaterThan(1_700_000);
    expect(waits[11]).toBeLessThanOrEqual(3_601_000);
    expect((await read(pull.id)).failedAttempts).toBe(0);
    await again(pull.id);
    expect((await freed(pull.id)).faults).toBe(0);
  });

  it('stays as it was asked for while an attempt was under way', async () => {
    const pull = await claimed();
    expect((await doing('run', pull.id)).refusal).toBeNull();
    const { nextAttemptAt } = await row(pull.id);
    await importPulls(hub.database).note(pull, { failure: { code: 'IMPORT_SOURCE_STATUS', parameters: { status: 500 } } });
    expect((await hub.database.importPull.findUniqueOrThrow({ where: { id: pull.id } })).nextAttemptAt).toEqual(nextAttemptAt);
    await until(pull.id, ({ lastAttemptAt }) => new Date(lastAttemptAt ?? 0) >= nextAttemptAt);
  });
});
