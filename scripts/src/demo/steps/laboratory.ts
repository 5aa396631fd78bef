import type { Asker } from '../../asking/asked-hub.js';
import { cast } from '../cast.js';
import type { Found, Step, Title } from '../step.js';
import type { Story } from '../story.js';
import { evidenceFile } from './evidence-file.js';
import { garmentsFrom } from './inspection.js';
import { sealOf } from './samples.js';
import { failing, repeated, uninspectable } from './targets.js';

type LabId = 'lab-1' | 'lab-2';

/** At the labs: received, kept, tested, one impossible to test, and reported by three persons each (3.3, 5.3). */
export const laboratorySteps: readonly Step[] = [
  {
    key: 'dispatch',
    title: { zh: '出库送检', en: 'sends the sealed samples to the labs' },
    by: cast.storekeeper,
    waitsFor: {
      what: { zh: '两家机构接受委托', en: 'the centre hears that both labs accept' },
      by: cast.storekeeper,
      query: 'query ($one: ID!, $other: ID!) { one: inspectionCommission(id: $one) { state } other: inspectionCommission(id: $other) { state } }',
      variables: ({ commissionIds: [one, other] }) => ({ one, other }),
      finds: () => ({ one: { state: 'ACCEPTED' }, other: { state: 'ACCEPTED' } }),
    },
    act: {
      name: 'dispatchSample',
      items: ({ run, sampleIds }) => sampleIds.map((sampleId, n) => ({ sampleId, sealNumber: sealOf(run, n), quantity: 2, carrier: '顺达', waybill: `SJ-${n + 1}` })),
      reads: 'number state',
      tells: counted,
    },
  },
  ...(['lab-1', 'lab-2'] as const).map((lab) =>
    atLab('receive', lab, { zh: '收样登记', en: 'records how each sample came and that its seal is whole' }, 'recordSampleReceipt', ({ run }, n, at) => ({
      receivedAt: at,
      appearance: '外观完好',
      condition: '可检',
      sealNumber: sealOf(run, n),
      sealIntact: true,
      photos: [evidenceFile(`arrival-${n + 1}.jpg`)],
    })),
  ),
  atLab('store', 'lab-1', { zh: '样品储存', en: 'puts the heaters where they are kept dry' }, 'storeSample', () => ({
    place: '恒温恒湿间 2',
    temperature: { lowest: '18', highest: '28' },
    humidity: { lowest: '30', highest: '65' },
  })),
  atLab('test', 'lab-1', { zh: '登记检验结果', en: 'tests leakage current and heating' }, 'recordTestResults', (_, n) => ({ results: heaterResults(n) })),
  {
    key: 'fail-inspection',
    title: { zh: '报告一件样品检验不能', en: 'reports that one garment cannot be inspected, with evidence' },
    by: cast.technicians['lab-2'],
    act: {
      name: 'reportInspectionFailure',
      items: ({ receiptIds }) => [
        {
          receiptId: receiptIds[uninspectable],
          reason: 'SAMPLE_DAMAGED',
          facts: '开箱时样品被刀具划破，帽口绳带缺失，无法测量。',
          evidence: [evidenceFile('damage-1.jpg'), evidenceFile('damage-2.jpg')],
        },
      ],
      reads: 'reason facts',
      tells: ([failure]) => [`${String(failure?.['reason'])}: ${String(failure?.['facts'])}`],
    },
  },
  atLab('test', 'lab-2', { zh: '登记检验结果', en: 'examines the cords of the other garments' }, 'recordTestResults', () => ({ results: garmentResults })),
  ...(['lab-1', 'lab-2'] as const).flatMap((lab): Step[] => [
    {
      ...atLab('prepare', lab, { zh: '编制检验报告', en: 'prepares the reports' }, 'prepareInspectionReport', ({ run }, n) => ({ number: `${lab === 'lab-1' ? 'QH' : 'BL'}-${run}-${n + 1}` })),
    },
    onReports('review', lab, cast.reviewers[lab], { zh: '审核检验报告', en: 'reviews them' }, 'reviewInspectionReport', () => ({ outcome: 'PASS', judgements: lab === 'lab-2' ? [cordJudgement] : [] })),
    onReports('issue', lab, cast.signatories[lab], { zh: '签发检验报告', en: 'signs and issues them' }, 'issueInspectionReport', () => ({})),
  ]),
];

/** Which samples a lab has, by position, but for the one that it cannot inspect once that is known. */
function positions(lab: LabId, action: string): number[] {
  const its = Array.from({ length: 30 }, (_, n) => n).filter((n) => (lab === 'lab-1') === n < garmentsFrom);
  return action === 'receive' || action === 'store' ? its : its.filter((n) => n !== uninspectable);
}

function atLab(action: string, lab: LabId, title: Title, name: string, item: (story: Story, n: number, at: string) => object): Step {
  return {
    key: `${action}-${lab}`,
    title,
    by: cast.technicians[lab],
    act: {
      name,
      items: (story, at) => positions(lab, action).map((n) => ({ receiptId: story.receiptIds[n], ...item(story, n, at) })),
      reads: name === 'prepareInspectionReport' ? 'number state conclusion' : 'state blindNumber',
      keeps: (story, made) => {
        if (name === 'prepareInspectionReport') positions(lab, action).forEach((n, index) => (story.inspectionReportIds[n] = made[index]?.id ?? ''));
      },
      tells: counted,
    },
  };
}

function onReports(action: string, lab: LabId, by: Asker, title: Title, name: string, item: () => object): Step {
  return {
    key: `${action}-${lab}`,
    title,
    by,
    act: {
      name,
      items: ({ inspectionReportIds }) => positions(lab, action).map((n) => ({ reportId: inspectionReportIds[n], ...item() })),
      reads: 'number state conclusion',
      tells: counted,
    },
  };
}

/** How many are in which state, and those reports that do not conform. */
function counted(made: readonly Found[]): string[] {
  const bad = made.filter(({ conclusion }) => conclusion === 'NONCONFORMING');
  return [`${made.length} of them ${String(made[0]?.['state'])}`, ...bad.map(({ number, conclusion }) => `${String(number)}  ${String(conclusion)}`)];
}

function heaterResults(n: number): object[] {
  const fails = n === failing || n === repeated;
  const leak = fails ? '1.32' : (0.18 + n / 100).toFixed(2);
  return [
    result('LEAK', 'GB 4706.1', '2005', { limitKind: 'MAXIMUM', limit: '0.75', unit: 'mA', specimens: [{ measured: leak, verdict: fails ? 'NONCONFORMING' : 'CONFORMING' }] }),
    result('HEAT', 'GB 4706.1', '2005', { limitKind: 'MAXIMUM', limit: '60', unit: 'K', specimens: [{ measured: String(38 + (n % 9)), verdict: 'CONFORMING' }] }),
  ];
}

const garmentResults = [result('CORD', 'GB 31701', '2015', { limitKind: 'TEXT', limit: '头颈部不应有任何绳带', specimens: [{ measured: '头颈部无绳带', verdict: 'CONFORMING' }] })];

/** No rule decides on words: the reviewer signs why. */
const cordJudgement = { itemCode: 'CORD', standardNumber: 'GB 31701', standardVersion: '2015', reason: '经目测和量尺，头颈部无任何绳带。' };

function result(itemCode: string, standardNumber: string, standardVersion: string, subItem: object): object {
  return { itemCode, standardNumber, standardVersion, subItems: [subItem] };
}
