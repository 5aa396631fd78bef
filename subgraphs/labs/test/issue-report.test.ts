import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labsUnderTest, leakage, marking, report, result, signatory, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

const text = (change: object = {}) => result(marking, { limitKind: 'TEXT', limit: '符合第7章', measured: '符合', unit: null, ...change });

describe('a report is issued (3.3, 5.3.4)', () => {
  it('by the signatory, complete and concluded, and the centre is told what the ADR says', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const item = report('lab-1', commission, { results: [text(), result(leakage, { measured: '1.02', verdict: 'NONCONFORMING' })] });
    const { outcomes } = await hub.issue(signatory('lab-1'), item);
    const issued = outcomes[0]?.value;
    expect(outcomes[0]).toMatchObject({
      refusal: null,
      value: {
        document: issued?.id,
        version: 1,
        number: item.number,
        state: 'ISSUED',
        conclusion: 'NONCONFORMING',
        sample: { id: commission.sampleIds[0] },
        commission: { id: commission.id },
        results: [
          { itemCode: 'LEAK', itemName: '泄漏电流', clause: '13', limit: '0.75', measured: '1.02', verdict: 'NONCONFORMING' },
          { itemCode: 'MARK', itemName: '标志和说明', clause: '7', verdict: 'CONFORMING' },
        ],
      },
    });
    const row = await hub.database.inspectionReport.findUniqueOrThrow({ where: { id: issued!.id } });
    expect(await hub.told('InspectionReportIssued', issued!.id)).toMatchObject([
      {
        receivers: ['exchange', 'monitoring-center'],
        payloads: {
          exchange: null,
          'monitoring-center': {
            reportId: issued!.id,
            commissionId: commission.id,
            sampleId: commission.sampleIds[0],
            labId: 'lab-1',
            number: item.number,
            conclusion: 'NONCONFORMING',
            results: row.results,
            issuedAt: row.issuedAt.toISOString(),
            complete: true,
          },
        },
      },
    ]);
  });

  it('on each sample once; with the last one the commission is reported and nothing is owed any more', async () => {
    const commission = await hub.acceptedCommission('lab-1', { samples: 2 });
    const state = async () => (await hub.database.commissionAcceptance.findUniqueOrThrow({ where: { id: commission.id } })).state;
    const owed = async () => (await hub.duties(commission.id)).filter(({ closed_at }) => closed_at === null).map(({ kind }) => kind);

    const first = await hub.issue(signatory('lab-1'), report('lab-1', commission));
    expect(first.outcomes[0]?.value).toMatchObject({ conclusion: 'CONFORMING' });
    expect([await state(), await owed()]).toEqual(['ACCEPTED', ['IssueInspectionReport']]);
    expect(await hub.told('CommissionReported', commission.id)).toEqual([]);
    const again = await hub.issue(signatory('lab-1'), report('lab-1', commission));
    expect(again.outcomes[0]?.refusal).toMatchObject({ code: 'SAMPLE_ALREADY_REPORTED', field: 'sampleId' });

    const last = await hub.issue(signatory('lab-1'), report('lab-1', commission, {}, 1));
    expect(last.outcomes[0]?.refusal).toBeNull();
    expect([await state(), await owed()]).toEqual(['REPORTED', []]);
    expect(await hub.told('CommissionReported', commission.id)).toEqual([{ receivers: ['exchange'], payloads: { exchange: null } }]);
    const told = [first, last].map(async ({ outcomes }) => (await hub.told('InspectionReportIssued', outcomes[0]!.value!.id))[0]?.payloads['monitoring-center']?.['complete']);
    expect(await Promise.all(told)).toEqual([false, true]);
    const late = await hub.issue(signatory('lab-1'), report('lab-1', commission, {}, 1));
    expect(late.outcomes[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'REPORTED', possibleFrom: ['ACCEPTED'] });
  });

  it('on many samples at once, and exactly one of them is the last', async () => {
    const commission = await hub.acceptedCommission('lab-1', { samples: 6 });
    const all = await Promise.all(commission.sampleIds.map((_, sample) => hub.issue(signatory('lab-1'), report('lab-1', commission, {}, sample))));
    expect(all.map(({ outcomes }) => outcomes[0]?.refusal)).toEqual(Array(6).fill(null));
    const told = await Promise.all(all.map(async ({ outcomes }) => (await hub.told('InspectionReportIssued', outcomes[0]!.value!.id))[0]));
    expect(told.filter((event) => event?.payloads['monitoring-center']?.['complete'])).toHaveLength(1);
    expect(await hub.database.signingKey.count({ where: { labId: 'lab-1' } })).toBe(1);
  });

  it('once for the same idempotency key, however often and at once it is sent', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const item = { idempotencyKey: randomUUID(), ...report('lab-1', commission) };
    const all = await Promise.all([1, 2, 3].map(() => hub.issue(signatory('lab-1'), item)));
    expect(new Set(all.map(({ outcomes }) => outcomes[0]?.value?.id)).size).toBe(1);
    expect(await hub.database.inspectionReport.count({ where: { commissionId: commission.id } })).toBe(1);
  });
});

describe('the number of a report is unique at its lab (3.3)', () => {
  it('also when two reports take it at the same moment; another lab may have the same', async () => {
    const [one, two] = [await hub.acceptedCommission('lab-1'), await hub.acceptedCommission('lab-1')];
    const number = 'BG-2026-同号';
    const all = await Promise.all([one, two].map((commission) => hub.issue(signatory('lab-1'), report('lab-1', commission, { number }))));
    const refusals = all.map(({ outcomes }) => outcomes[0]?.refusal ?? null);
    expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
    expect(refusals.find((refusal) => refusal !== null)).toMatchObject({ code: 'REPORT_NUMBER_TAKEN', field: 'number' });

    const loser = refusals[0] === null ? two : one;
    const states = await hub.database.commissionAcceptance.findMany({ where: { id: loser.id }, select: { state: true } });
    expect(states).toEqual([{ state: 'ACCEPTED' }]);
    expect((await hub.issue(signatory('lab-1'), report('lab-1', loser))).outcomes[0]?.refusal).toBeNull();
    const elsewhere = await hub.acceptedCommission('lab-2');
    expect((await hub.issue(signatory('lab-2'), report('lab-2', elsewhere, { number }))).outcomes[0]?.refusal).toBeNull();
  });
});

describe('a report is refused', () => {
  it('where it is incomplete, or reports what was not commissioned, or an item twice', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const other = { ...leakage, standardVersion: '2024' };
    const { outcomes } = await hub.issue(
      signatory('lab-1'),
      report('lab-1', commission, { results: [] }),
      report('lab-1', commission, { results: [result()] }),
      report('lab-1', commission, { results: [result(other), text()] }),
      report('lab-1', commission, { results: [result(), result(), text()] }),
    );
    expect(outcomes.map(({ refusal }) => [refusal?.code, refusal?.['field']])).toEqual([
      ['REPORT_INCOMPLETE', 'results'],
      ['REPORT_INCOMPLETE', 'results'],
      ['RESULT_NOT_COMMISSIONED', 'results.0'],
      ['VALUE_INVALID', 'results.1'],
    ]);
    expect(outcomes[0]?.refusal?.['message']).toContain('LEAK (GB 4706.1-2005), MARK (GB 4706.1-2005)');
    expect(outcomes[2]?.refusal?.['message']).toContain('LEAK (GB 4706.1-2024)');
    expect(await hub.database.inspectionReport.count({ where: { commissionId: commission.id } })).toBe(0);
  });

  it('where a verdict contradicts its limit, and the refusal tells the right one', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const { outcomes } = await hub.issue(
      signatory('lab-1'),
      report('lab-1', commission, { results: [result(leakage, { measured: '0.7500000000000000001' }), text()] }),
    );
    expect(outcomes[0]?.refusal).toMatchObject({ code: 'VERDICT_CONTRADICTS_LIMIT', field: 'results.0.verdict' });
    expect(outcomes[0]?.refusal?.['message']).toContain('Right would be NONCONFORMING');
  });

  it('where not three persons of the lab in their roles made it', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    const { outcomes } = await hub.issue(
      signatory('lab-1'),
      report('lab-1', commission, { reviewedById: 'lab-1.1' }),
      report('lab-1', commission, { preparedById: 'lab-1.3' }),
      report('lab-1', commission, { reviewedById: 'lab-1.3' }),
      report('lab-1', commission, { preparedById: 'lab-2.1' }),
      report('lab-1', commission, { reviewedById: 'nobody' }),
    );
    expect(outcomes.map(({ refusal }) => [refusal?.code, refusal?.['field']])).toEqual([
      ['THREE_PERSONS_REQUIRED', 'reviewedById'],
      ['THREE_PERSONS_REQUIRED', 'preparedById'],
      ['THREE_PERSONS_REQUIRED', 'reviewedById'],
      ['THREE_PERSONS_REQUIRED', 'preparedById'],
      ['THREE_PERSONS_REQUIRED', 'reviewedById'],
    ]);
    await hub.database.$executeRawUnsafe("UPDATE kernel.participant_user SET roles = '{REVIEWER}' WHERE id = 'lab-1.1'");
    const noTechnician = await hub.issue(signatory('lab-1'), report('lab-1', commission));
    await hub.database.$executeRawUnsafe("UPDATE kernel.participant_user SET roles = '{TECHNICIAN,REVIEWER,SIGNATORY}' WHERE id = 'lab-1.1'");
    expect(noTechnician.outcomes[0]?.refusal).toMatchObject({ code: 'THREE_PERSONS_REQUIRED', field: 'preparedById' });
  });

  it('where the commission is not accepted, not the lab’s own, or does not hold the sample', async () => {
    const accepted = await hub.acceptedCommission('lab-1');
    const received = await hub.commission('lab-1');
    const theirs = await hub.acceptedCommission('lab-2');
    const { outcomes } = await hub.issue(
      signatory('lab-1'),
      report('lab-1', received),
      report('lab-1', theirs),
      report('lab-1', { id: accepted.id, sampleIds: theirs.sampleIds }),
      report('lab-1', accepted, { number: '  ' }),
    );
    expect(outcomes.map(({ refusal }) => [refusal?.code, refusal?.['field']])).toEqual([
      ['STATE_NOT_POSSIBLE', 'commissionId'],
      ['NOT_FOUND', 'commissionId'],
      ['NOT_FOUND', 'sampleId'],
      ['VALUE_REQUIRED', 'number'],
    ]);
  });

  it('to whoever is no signatory of a lab', async () => {
    const commission = await hub.acceptedCommission('lab-1');
    for (const asker of ['lab-1', { identity: 'lab-1', role: 'REVIEWER' }, 'center', 'regulator-province', 'platform-1']) {
      const answer = await hub.issue(asker, report('lab-1', commission));
      expect(answer.errors).toMatchObject([{ extensions: { code: 'ACT_NOT_PERMITTED' } }]);
    }
  });
});
