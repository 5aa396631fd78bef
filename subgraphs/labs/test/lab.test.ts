import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { demoLabs } from '@hub/prisma/seed/demo-labs.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAccreditation } from '../src/repository/write-accreditation.js';
import { seedLabs } from '../src/repository/seed-labs.js';
import { labsUnderTest, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

const register = '{ labs { totalCount nodes { id cma { certificateNumber validUntil } cnas { certificateNumber } participant { id } } } }';
const byItem = 'query ($filter: LabFilter) { labs(filter: $filter) { totalCount nodes { id } } }';
const readScope = '{ labs { nodes { id scope { itemCode standardNumber standardVersion } } } }';

describe('the register of labs (3.2 c)', () => {
  it('is open to every kind of party, by id', async () => {
    for (const identity of ['regulator-county', 'center', 'lab-1', 'lab-2', 'platform-1', 'merchant-1']) {
      expect((await hub.ask(identity, register)).data).toMatchObject({
        labs: {
          totalCount: 2,
          nodes: [
            { id: 'lab-1', cma: { validUntil: '2030-03-17' }, cnas: { certificateNumber: 'CNAS L90901' }, participant: { id: 'lab-1' } },
            { id: 'lab-2', cma: { validUntil: '2030-06-02' }, cnas: null },
          ],
        },
      });
    }
    expect((await hub.ask('platform-1', '{ lab(id: "lab-2") { id } nobody: lab(id: "lab-9") { id } }')).data).toEqual({
      lab: { id: 'lab-2' },
      nobody: null,
    });
  });

  it('shows the scope to regulators and the centre, to a lab its own only, to a platform none', async () => {
    const scopes = async (identity: string) => {
      const answer = await hub.ask<{ labs: { nodes: { scope: unknown[] | null }[] } }>(identity, readScope);
      return { counts: answer.data.labs.nodes.map(({ scope }) => scope?.length), errors: answer.errors?.map(({ extensions }) => extensions.code) };
    };
    const all = demoLabs.map(({ scope }) => scope.length);
    expect(await scopes('center')).toEqual({ counts: all, errors: undefined });
    expect(await scopes('regulator-county')).toEqual({ counts: all, errors: undefined });
    expect(await scopes('lab-2')).toEqual({ counts: [undefined, all[1]], errors: ['SHARING_NOT_IN_AUDIENCE'] });
    expect(await scopes('platform-1')).toEqual({ counts: [undefined, undefined], errors: ['SHARING_NOT_IN_AUDIENCE'] });
  });

  it('finds labs by item only where the scope may be read, so that the filter tells a lab nothing of its competitor', async () => {
    const found = async (identity: string, itemCode: string) => (await hub.ask(identity, byItem, { filter: { itemCode } })).data;
    expect(await found('center', 'LEAK')).toEqual({ labs: { totalCount: 1, nodes: [{ id: 'lab-1' }] } });
    expect(await found('center', 'FORMALDEHYDE')).toMatchObject({ labs: { totalCount: 2 } });
    expect(await found('lab-1', 'FORMALDEHYDE')).toEqual({ labs: { totalCount: 1, nodes: [{ id: 'lab-1' }] } });
    expect(await found('lab-2', 'LEAK')).toEqual({ labs: { totalCount: 0, nodes: [] } });
    const platform = await hub.ask('platform-1', byItem, { filter: { itemCode: 'LEAK' } });
    expect(platform.data).toEqual({ labs: null });
    expect(platform.errors).toMatchObject([{ extensions: { code: 'SHARING_FILTER_DENIED' } }]);
  });

  it('tells the centre of a scope once, and again only when it has changed', async () => {
    await seedLabs(hub.database);
    const [event, ...more] = await hub.told('LabScopeRecorded', 'lab-2');
    expect(more).toEqual([]);
    expect(event?.payloads['monitoring-center']).toMatchObject({
      labId: 'lab-2',
      cma: { certificateNumber: '241100909002', validFrom: '2024-06-03', validUntil: '2030-06-02' },
      scope: demoLabs[1]?.scope,
    });

    const wider = { ...demoLabs[1]!, signatories: null, cnas: { certificateNumber: 'CNAS L90902', validFrom: '2026-01-01', validUntil: '2032-01-01' } };
    const record = () =>
      inUnitOfWork(hub.database, { owner: 'labs', at: new Date(), actor: null, causedBy: [] }, (unit) => writeAccreditation(unit, wider));
    expect([await record(), await record()]).toEqual([true, false]);
    expect(await hub.told('LabScopeRecorded', 'lab-2')).toHaveLength(2);
    await seedLabs(hub.database);
    const own = await hub.ask('lab-2', '{ lab(id: "lab-2") { cnas { certificateNumber } } }');
    expect(own.data, 'what a lab has recorded stands').toEqual({ lab: { cnas: { certificateNumber: 'CNAS L90902' } } });
  });
});

describe('a lab records its qualification and scope (能力附表登记, 3.2 c)', () => {
  const signatory = { identity: 'lab-1', role: 'SIGNATORY' };
  const { cma, cnas, scope } = demoLabs[0]!;
  const record = (change: object = {}, asker: Parameters<LabsUnderTest['act']>[0] = signatory) => hub.act(asker, 'recordAccreditation', { cma, cnas, scope, ...change });

  it('whole, and the centre is told; the same again tells nobody anything', async () => {
    const before = (await hub.told('LabScopeRecorded', 'lab-1')).length;
    const { revision } = await hub.database.lab.findUniqueOrThrow({ where: { id: 'lab-1' } });
    const { outcomes } = await record({ cnas: null, scope: scope.slice(0, 1), expectedRevision: revision });
    expect(outcomes[0]).toMatchObject({ refusal: null, value: { id: 'lab-1', revision: revision + 1, cnas: null, scope: [{ itemCode: scope[0]?.itemCode }] } });
    expect((await record({ cnas: null, scope: scope.slice(0, 1) })).outcomes[0]?.value).toMatchObject({ revision: revision + 1 });
    const told = await hub.told('LabScopeRecorded', 'lab-1');
    expect(told.slice(before).map(({ payloads }) => payloads['monitoring-center'])).toEqual([{ labId: 'lab-1', cma, scope: scope.slice(0, 1) }]);
    expect((await record({ expectedRevision: revision })).outcomes[0]?.refusal).toMatchObject({ code: 'REVISION_CONFLICT', field: 'expectedRevision' });
  });

  it('with its signatories and the field of each, which it alone reads until it grants them', async () => {
    const codes = scope.slice(0, 2).map(({ itemCode }) => itemCode);
    const signatories = [{ userId: 'lab-1.1' }, { userId: 'lab-1.3', itemCodes: codes }];
    expect((await record({ signatories })).outcomes[0]).toMatchObject({ refusal: null });
    const read = '{ lab(id: "lab-1") { signatories { userId itemCodes } } }';
    expect((await hub.ask('lab-1', read)).data).toEqual({
      lab: { signatories: [{ userId: 'lab-1.1', itemCodes: null }, { userId: 'lab-1.3', itemCodes: codes }] },
    });
    for (const [other, code] of [['lab-2', 'SHARING_NOT_IN_AUDIENCE'], ['platform-1', 'SHARING_NOT_IN_AUDIENCE'], ['center', 'SHARING_NEEDS_GRANT']] as const) {
      expect(await hub.ask(other, read)).toMatchObject({ data: { lab: { signatories: null } }, errors: [{ extensions: { code } }] });
    }
    await record();
    expect((await hub.ask('lab-1', read)).data).toEqual({ lab: { signatories: null } });
  });

  it('and is refused what cannot be: no item, an item twice, a certificate that ends before it begins, an empty name', async () => {
    const refusalOf = async (change: object) => {
      const { outcomes } = await record(change);
      return [outcomes[0]?.refusal?.code, outcomes[0]?.refusal?.['field']];
    };
    expect(await refusalOf({ scope: [] })).toEqual(['VALUE_INVALID', 'scope']);
    expect(await refusalOf({ scope: [scope[0], scope[0]] })).toEqual(['VALUE_INVALID', 'scope.1']);
    expect(await refusalOf({ cma: { ...cma, validUntil: '2020-01-01' } })).toEqual(['VALUE_INVALID', 'cma']);
    expect(await refusalOf({ cnas: { ...cma, certificateNumber: ' ' } })).toEqual(['VALUE_REQUIRED', 'cnas.certificateNumber']);
    expect(await refusalOf({ scope: [{ ...scope[0], site: '' }] })).toEqual(['VALUE_REQUIRED', 'scope.0.site']);
    expect(await refusalOf({ signatories: [] })).toEqual(['VALUE_INVALID', 'signatories']);
    expect(await refusalOf({ signatories: [{ userId: 'lab-1.3' }, { userId: 'lab-1.3' }] })).toEqual(['VALUE_INVALID', 'signatories.1.userId']);
    expect(await refusalOf({ signatories: [{ userId: 'lab-2.3' }] })).toEqual(['VALUE_INVALID', 'signatories.0.userId']);
    expect(await refusalOf({ signatories: [{ userId: 'lab-1.3', itemCodes: ['NO-SUCH-ITEM'] }] })).toEqual(['VALUE_INVALID', 'signatories.0.itemCodes.0']);
    for (const asker of ['lab-1', 'center', 'regulator-province']) {
      expect((await record({}, asker)).errors).toMatchObject([{ extensions: { code: 'ACT_NOT_PERMITTED' } }]);
    }
  });
});
