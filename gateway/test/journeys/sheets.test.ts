import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { columnNamed } from '@hub/imports/sheets/column-heading.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../../../scripts/src/asking/asked-hub.js';
import { threadState } from '../../../scripts/src/thread/thread-state.js';
import { takeThreadStep } from '../../../scripts/src/thread/thread-step.js';
import { thread } from '../../../scripts/src/thread/thread.js';
import { runHub } from '../../../scripts/test/start/run-hub.js';
import { sheetActs } from '../../src/sheets/sheet-acts.js';
import { readSheets } from '../sheets/read-sheets.js';
import { sheetFile } from '../sheets/sheet-file.js';
import { JourneyHub } from './journey-hub.js';
import { fillIn, SheetDesk, type Row } from './sheet-desk.js';

const analyst: Asker = { identity: 'center', role: 'ANALYST', user: 1 };
const sampler: Asker = { identity: 'center', role: 'SAMPLER', user: 2 };
const storekeeper: Asker = { identity: 'center', role: 'STOREKEEPER', user: 3 };
const technician: Asker = { identity: 'lab-1', role: 'TECHNICIAN', user: 1 };
const platform: Asker = { identity: 'platform-1', role: 'OFFICER' };

/** As somebody in Beijing writes the time. */
const now = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
const file = (list: string): Row => ({ [`${list}.hash`]: `sha-256:${'5'.repeat(64)}`, [`${list}.size`]: '48211', [`${list}.mediaType`]: 'image/jpeg' });

/** What is written where nothing else need be. */
const marked: Row = { perform: '是' };

interface Step {
  readonly act: string;
  readonly by: Asker;
  /** Rows that wait in its sheet. */
  readonly waits: number;
  /** What is written in each. */
  readonly writes: (n: number) => Row;
  /** What is written at first in the second row, and by which code it is refused. */
  readonly mistake?: readonly [Row, string];
}

/** From order to acknowledgement, each step by a sheet. */
const steps: readonly Step[] = [
  { act: 'orderSampling', by: analyst, waits: 1, writes: () => ({ planProduct: '1', platformId: 'platform-1', batches: '2', samplerId: 'center.2' }) },
  {
    act: 'recordPurchase',
    by: sampler,
    waits: 2,
    writes: (n) => ({
      shopName: `小满家电${n}号店`,
      merchantName: '小满日用品商行（演示）',
      sellerRegionCode: '330105',
      productName: '=小满电热水壶 1.7L',
      listingItemId: `SHEET-${n}`,
      orderNumber: `ORDER-${n}`,
      'price.amount': '89.00',
      purchasedAt: now(),
      quantity: '2',
      buyerName: '王小明',
      buyerAccount: 'xiaoming_w',
      buyerAddress: '湖滨市运河区某路1号',
      repeatReason: n > 0 ? '同一店铺的不同批次' : '',
    }),
    mistake: [{ sellerRegionCode: '999999' }, 'VALUE_INVALID'],
  },
  { act: 'confirmSample', by: sampler, waits: 2, writes: () => ({ quantity: '2', ...file('photos') }) },
  { act: 'shipSample', by: sampler, waits: 2, writes: (n) => ({ carrier: '顺达', waybill: `SD-${n}`, shippedAt: now() }), mistake: [{ shippedAt: '昨天' }, 'VALUE_INVALID'] },
  { act: 'receiveSample', by: storekeeper, waits: 2, writes: () => ({ receivedAt: now(), condition: '包装完好' }) },
  { act: 'verifySample', by: storekeeper, waits: 2, writes: () => ({ meets: '是' }) },
  { act: 'registerSample', by: storekeeper, waits: 2, writes: () => marked },
  { act: 'preserveEvidence', by: storekeeper, waits: 2, writes: () => ({ kind: '照片', takenAt: now(), ...file('files') }) },
  { act: 'warehouseSample', by: storekeeper, waits: 2, writes: (n) => ({ place: `A-${n}`, sealNumber: `FQ-${n}`, quantityForTest: '1', quantityRetained: '1' }), mistake: [{ sealNumber: 'FQ-0' }, 'SEAL_IN_USE'] },
  // Two samples, one commission: the second row has no key of its own.
  { act: 'commissionInspection', by: analyst, waits: 2, writes: (n) => (n === 0 ? { labId: 'lab-1', agreedDueAt: '2099-05-31 18:00' } : { idempotencyKey: '' }) },
  { act: 'acceptCommission', by: technician, waits: 1, writes: () => ({ ...marked, answer: '接受' }) },
  { act: 'dispatchSample', by: storekeeper, waits: 2, writes: (n) => ({ sealNumber: `FQ-${n}`, quantity: '1', carrier: '顺达', waybill: `SJ-${n}` }) },
  { act: 'recordSampleReceipt', by: technician, waits: 2, writes: (n) => ({ receivedAt: now(), appearance: '外观完好', condition: '可检', sealNumber: `FQ-${n}`, sealIntact: '是' }) },
  { act: 'storeSample', by: technician, waits: 2, writes: (n) => ({ place: `冷藏柜 ${n}`, 'temperature.lowest': '2', 'temperature.highest': '8' }) },
  { act: 'recordStorageReading', by: technician, waits: 2, writes: () => ({ at: now(), temperature: '4.5' }) },
  {
    act: 'recordTestResults',
    by: technician,
    waits: 2,
    writes: () => ({ 'results.subItems.limitKind': '不大于', 'results.subItems.limit': '0.75', 'results.subItems.unit': 'mA', 'results.subItems.specimens.measured': '0.20', 'results.subItems.specimens.verdict': '符合' }),
    mistake: [{ 'results.subItems.specimens.verdict': '也许' }, 'VALUE_INVALID'],
  },
  { act: 'prepareInspectionReport', by: technician, waits: 2, writes: () => marked },
  { act: 'compileMonitoringData', by: analyst, waits: 2, writes: () => ({ ...marked, remark: '按表填报' }) },
  { act: 'feedBackMonitoringData', by: analyst, waits: 2, writes: () => marked },
  { act: 'acknowledgeMonitoringData', by: platform, waits: 2, writes: () => ({ ...marked, note: '已收到' }) },
];

/** Runs `hub sheet …` as the lab's technician, and tells how it ended. */
async function command(hub: JourneyHub, ...args: readonly string[]): Promise<{ code: number | null; told: string }> {
  const { code, stdout, stderr } = await runHub(['sheet', ...args, '--url', hub.url, '--as', 'lab-1', '--role', 'TECHNICIAN'], { HUB_DATA_DIR: hub.dataDir });
  return { code, told: stdout + stderr };
}

describe('from order to result by sheets', () => {
  const state = threadState('sheets', 2);
  let hub: JourneyHub;
  let desk: SheetDesk;
  beforeAll(async () => {
    hub = await JourneyHub.start({ separate: false });
    desk = new SheetDesk(hub);
    for (const step of thread.slice(0, thread.findIndex(({ act }) => act === 'startWorkPlan') + 1)) await takeThreadStep(hub, step, state);
  }, 180_000);
  afterAll(() => hub?.stop(), 60_000);

  it('has a step for every act that has a sheet', () => {
    expect(steps.map(({ act }) => act).sort()).toEqual(sheetActs.map(({ act }) => act).sort());
  });

  it.each(steps)('$act: what waits is fetched, filled in and sent; the refused row is mended; the second time nothing changes', async ({ act, by, waits, writes, mistake }) => {
    // What is written to the second must not lie before what the step before did within it.
    await delay(1_000 - (Date.now() % 1_000));
    const template = await desk.fetch(by, act, waits);
    const filled = fillIn(template, waits, (n) => ({ ...writes(n), ...(mistake && n === 1 && mistake[0]) }));
    const first = await desk.sendUntilTaken(by, act, filled, mistake?.[1]);
    expect(first.counts).toMatch(mistake ? /refused=1, left-out=0, not-sent=0$/ : /^done=\d+, refused=0, left-out=0, not-sent=0$/);
    let whole = filled;
    if (mistake) {
      const [headings = [], ...rows] = first.back;
      expect(rows.map((cells) => cells[headings.indexOf('未办理：代码')])).toEqual([mistake[1]]);
      whole = sheetFile(act, [headings, ...rows.map((cells) => headings.map((heading, n) => writes(1)[columnNamed(heading) ?? ''] ?? cells[n] ?? ''))]);
      expect((await desk.send(by, act, whole)).counts).toBe('done=1, refused=0, left-out=0, not-sent=0');
    }
    const [once, twice] = [await desk.send(by, act, whole), await desk.send(by, act, whole)];
    expect(twice.became).toEqual(once.became);
    expect(twice.counts).toMatch(/^done=\d+, refused=0, left-out=0, not-sent=0$/);
    if (act === 'prepareInspectionReport') {
      // Read, reviewed and signed one by one, by no sheet.
      state.inspectionReportIds = twice.became.slice(1).map((cells) => cells[4] ?? '');
      for (const step of thread.filter((each) => ['reviewInspectionReport', 'issueInspectionReport'].includes(each.act))) await takeThreadStep(hub, step, state);
    }
  }, 120_000);

  it('is done by command, too, which tells by its exit code whether something was refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hub-sheets-'));
    const [sheet, answer] = [join(folder, 'readings.xlsx'), join(folder, 'readings.answer.xlsx')];
    expect((await command(hub, 'fetch')).told).toMatch(/^orderSampling +下达采样任务$/m);
    expect(await command(hub, 'fetch', 'recordStorageReading')).toMatchObject({ code: 3 });
    expect(await command(hub, 'fetch', 'recordStorageReading', '--out', sheet)).toMatchObject({ code: 0 });
    const [fetched] = await readSheets(await readFile(sheet));
    if (!fetched) throw new Error('It has no sheet.');
    await writeFile(sheet, fillIn(fetched, 2, (n) => ({ at: n === 0 ? now() : '2026-03-01', humidity: '45' })));
    const sent = await command(hub, 'send', 'recordStorageReading', sheet);
    expect(sent).toMatchObject({ code: 1, told: expect.stringContaining('done=1, refused=1, left-out=0, not-sent=0') as string });
    const [back] = await readSheets(await readFile(answer));
    await writeFile(answer, sheetFile('recordStorageReading', (back?.rows ?? []).map((cells) => cells.map((text) => (text === '2026-03-01' ? now() : text)))));
    expect(await command(hub, 'send', 'recordStorageReading', answer)).toMatchObject({ code: 0 });
    expect(await command(hub, 'send', 'acceptCommission', sheet)).toMatchObject({ code: 1, told: expect.stringContaining('SHEET_NOT_OF_ACT') as string });
    await rm(folder, { recursive: true });
  }, 60_000);

  it('ended with what was bought acknowledged', async () => {
    const { data } = await hub.ask(analyst, '{ monitoringDataList { totalCount nodes { productName conclusion state } } purchases { totalCount } inspectionCommissions { nodes { samples { id } } } }');
    const told = data as unknown as { monitoringDataList: { totalCount: number; nodes: { productName: string; conclusion: string }[] }; purchases: { totalCount: number }; inspectionCommissions: { nodes: { samples: object[] }[] } };
    expect([told.monitoringDataList.totalCount, told.purchases.totalCount]).toEqual([2, 2]);
    expect(told.inspectionCommissions.nodes.map(({ samples }) => samples.length)).toEqual([2]);
    expect(told.monitoringDataList.nodes.map(({ productName, conclusion }) => [productName, conclusion])).toEqual(Array(2).fill(['=小满电热水壶 1.7L', 'CONFORMING']));
  });
});
