import type { Asker } from '../../asking/asked-hub.js';
import { cast } from '../cast.js';
import { that } from '../matching.js';
import type { Found, Reading, Step, Title } from '../step.js';
import type { Story } from '../story.js';
import { daysFrom } from './days-from.js';
import { evidenceFile } from './evidence-file.js';
import { nonconforming } from './feedback.js';
import { failing, targets } from './targets.js';

const dataOf = ({ monitoringDataIds }: Story) => nonconforming.map((n) => monitoringDataIds[n] ?? '');

/** What follows from data that do not conform: platform, regulator, merchant and producer, each its part, to the end (3.1 d, 3.4 b, 3.5). */
export const handlingSteps: readonly Step[] = [
  {
    key: 'delist',
    title: { zh: '下架商品', en: 'takes the two heaters down' },
    by: cast.platforms['platform-2'],
    act: {
      name: 'delistListings',
      items: (story, at) =>
        nonconforming.map((n) => ({
          monitoringDataId: story.monitoringDataIds[n],
          listingItemIds: [targets[n]?.listingItemId],
          delistedAt: at,
          reason: '泄漏电流不合格',
          evidence: [evidenceFile(`delisted-${n + 1}.png`, 'image/png')],
        })),
      reads: 'state',
      opensTo: ({ id }, { monitoringDataIds }) => (id === monitoringDataIds[failing] ? ['merchant-1'] : []),
    },
    checks: [
      {
        by: cast.platforms['platform-2'],
        query: `{ ${nonconforming.map((n) => `l${n}: listings(first: 1, filter: { itemId: "${targets[n]?.listingItemId ?? ''}" }) { nodes { itemId title state } }`).join(' ')} }`,
        finds: () => Object.fromEntries(nonconforming.map((n) => [`l${n}`, { nodes: [{ state: 'DELISTED' }] }])),
        tells: (data) => Object.values(data as Record<string, { nodes: Found[] }>).flatMap(({ nodes }) => nodes.map(({ itemId, title, state }) => [itemId, title, state].join('  '))),
      },
    ],
  },
  {
    key: 'open-case',
    title: { zh: '立案处理', en: 'opens a case on the two that do not conform' },
    by: cast.officer,
    waitsFor: {
      what: { zh: '监测数据到达监管部门', en: "the data reach the regulator's desk" },
      by: cast.officer,
      query: '{ receivedMonitoringDataList(first: 100, filter: { state: [RECEIVED, IN_HANDLING] }) { nodes { id } } }',
      finds: (story) => ({
        receivedMonitoringDataList: { nodes: that<Found[]>('the two that do not conform', (nodes) => dataOf(story).every((id) => nodes.some((node) => node.id === id))) },
      }),
    },
    act: {
      name: 'openHazardHandling',
      items: (story) => [{ monitoringDataIds: dataOf(story), summary: '晴川牌暖风机泄漏电流超标' }],
      reads: 'number state summary',
      keeps: (story, [handling]) => {
        story.handlingId = handling?.id ?? '';
      },
    },
  },
  direct('direct-producer', { zh: '责令生产企业召回', en: 'directs the producer to recall' }, 'directEnterprise', 'enterprise-1', () => ({ enterprise: { participantId: 'enterprise-1' }, instruction: '召回全部在售及已售的晴川牌暖风机。' }), 'recallId'),
  direct('direct-merchant', { zh: '责令电商改正', en: 'directs the merchant to rectify' }, 'directMerchant', 'merchant-1', () => ({ merchantUscc: targets[failing]?.merchantUscc, instruction: '停止销售，自查库存并整改。' }), 'rectifyId'),
  {
    key: 'close-too-early',
    title: { zh: '试图在指令办结前办结案件', en: 'tries to close the case while directions are open' },
    by: cast.officer,
    act: { name: 'closeHazardHandling', items: ({ handlingId }) => [{ handlingId, result: '已处理' }], refused: () => ({ 0: 'DIRECTIONS_OPEN' }) },
  },
  {
    key: 'self-inspect',
    title: { zh: '提交自查', en: 'inspects itself: what was sold, what lies in stock, why' },
    by: cast.merchant,
    act: {
      name: 'fileSelfInspection',
      items: ({ monitoringDataIds }) => [
        {
          monitoringDataId: monitoringDataIds[failing],
          findings: '同批次 120 台，已售 84 台，库存 36 台已封存。',
          cause: '进货时未查验检验报告。',
          unitsInStock: 36,
          unitsSold: 84,
          evidence: [evidenceFile('stock.jpg')],
        },
      ],
      reads: 'state unitsInStock unitsSold',
      keeps: (story, [inspection]) => {
        story.selfInspectionId = inspection?.id ?? '';
      },
      opensTo: () => ['platform-2'],
      tells: ([made]) => [`${String(made?.['state'])}  ${String(made?.['unitsSold'])} sold, ${String(made?.['unitsInStock'])} in stock`],
    },
  },
  {
    key: 'rectify',
    title: { zh: '提交整改', en: 'tells how it rectified' },
    by: cast.merchant,
    act: {
      name: 'fileRectification',
      items: ({ selfInspectionId }) => [{ selfInspectionId, measures: '库存退回生产企业；今后进货查验检验报告。', evidence: [evidenceFile('returned-stock.jpg')] }],
      reads: 'state',
      opensTo: () => ['platform-2'],
    },
  },
  report('report-rectification', { zh: '报告改正情况', en: 'tells the regulator what was done' }, cast.merchant, 'rectifyId', { action: '已停售、封存并退回库存。', unitsAffected: 120, unitsRecovered: 36, final: true }),
  report('report-recall', { zh: '报告召回情况：1,180 台已召回 1,046 台', en: 'tells of the recall: 1,046 of 1,180 recovered so far' }, cast.enterprise, 'recallId', { action: '发布召回公告，逐一联系消费者。', unitsAffected: 1180, unitsRecovered: 1046, final: false }),
  report('report-recall-end', { zh: '报告召回完成', en: 'tells that the recall is complete' }, cast.enterprise, 'recallId', { action: '其余由消费者自行销毁并提供照片。', unitsAffected: 1180, unitsRecovered: 134, final: true }),
  {
    key: 'end-directions',
    title: { zh: '核查并办结指令', en: 'accepts what was done and ends both directions' },
    by: cast.officer,
    waitsFor: directionsAnswered(),
    act: {
      name: 'endDirection',
      items: ({ recallId, rectifyId }) => [recallId, rectifyId].map((directionId) => ({ directionId, outcome: 'ENDED' })),
      reads: 'number kind state unitsRecovered',
      tells: (made) => made.map(({ number, kind, state, unitsRecovered }) => `${String(number)}  ${String(kind)}  ${String(state)}  ${String(unitsRecovered)} recovered`),
    },
  },
  {
    key: 'complete-handling',
    title: { zh: '平台办结处理', en: 'completes its own handling' },
    by: cast.platforms['platform-2'],
    act: {
      name: 'completePlatformHandling',
      items: (story) => dataOf(story).map((monitoringDataId) => ({ monitoringDataId, result: '商品已下架，店铺已整改。' })),
      reads: 'state',
    },
  },
  {
    key: 'close-case',
    title: { zh: '隐患处理办结', en: 'closes the case with its result' },
    by: cast.officer,
    act: {
      name: 'closeHazardHandling',
      items: ({ handlingId }) => [{ handlingId, result: '两款产品已下架，生产企业召回 1,180 台。' }],
      reads: 'number state unitsRecovered',
      tells: ([made]) => [`${String(made?.['number'])}  ${String(made?.['state'])}  ${String(made?.['unitsRecovered'])} units recovered`],
    },
  },
];

type DirectionKey = 'recallId' | 'rectifyId';

function direct(key: string, title: Title, name: string, addressee: string, item: () => object, keep: DirectionKey): Step {
  return {
    key,
    title,
    by: cast.officer,
    act: {
      name,
      items: ({ handlingId }, at) => [{ handlingId, dueAt: daysFrom(at, 15), ...item() }],
      reads: 'number state kind addresseeName',
      keeps: (story, [direction]) => {
        story[keep] = direction?.id ?? '';
      },
      opensTo: () => [addressee],
      tells: ([made]) => [`${String(made?.['number'])}  ${String(made?.['kind'])}  ${String(made?.['state'])}  ${String(made?.['addresseeName'])}`],
    },
  };
}

function report(key: string, title: Title, by: Asker, direction: DirectionKey, item: object): Step {
  return {
    key,
    title,
    by,
    waitsFor: {
      what: { zh: '指令到达', en: 'the direction reaches its addressee' },
      by,
      query: 'query ($id: ID!) { directionFulfilment(id: $id) { state } }',
      variables: (story) => ({ id: story[direction] }),
      finds: () => ({ directionFulfilment: {} }),
    },
    act: { name: 'reportDirection', items: (story) => [{ directionId: story[direction], ...item }], reads: 'number state unitsRecovered', tells: ([made]) => [`${String(made?.['number'])}  ${String(made?.['state'])}  ${String(made?.['unitsRecovered'])} units recovered`] },
  };
}

function directionsAnswered(): Reading & { readonly what: Title } {
  return {
    what: { zh: '履行情况到达监管部门', en: 'both final answers reach the regulator' },
    by: cast.officer,
    query: 'query ($one: ID!, $other: ID!) { one: hazardDirection(id: $one) { unitsRecovered } other: hazardDirection(id: $other) { unitsRecovered } }',
    variables: ({ recallId, rectifyId }) => ({ one: recallId, other: rectifyId }),
    finds: () => ({ one: { unitsRecovered: 1180 }, other: { unitsRecovered: 36 } }),
  };
}

/** What is seen of the whole at the end. */
export const closingSteps: readonly Step[] = [
  {
    key: 'progress',
    title: { zh: '查看计划进展', en: 'looks at the progress of its plan, step by step' },
    by: cast.officer,
    checks: [
      {
        by: cast.officer,
        query: 'query ($id: ID!) { monitoringPlan(id: $id) { number progress { open done late steps { kind open done late } } } }',
        variables: ({ planId }) => ({ id: planId }),
        finds: () => ({ monitoringPlan: { progress: { late: 0, done: that<number>('duties done', (done) => done > 0) } } }),
        tells: (data) => {
          const { number, progress } = (data as { monitoringPlan: { number: string; progress: { open: number; done: number; steps: { kind: string; open: number; done: number }[] } } }).monitoringPlan;
          return [`${number}: ${progress.done} duties done, ${progress.open} open`, ...progress.steps.map(({ kind, done, open }) => `${kind}  ${done} done${open > 0 ? `, ${open} open` : ''}`)];
        },
      },
    ],
  },
];
