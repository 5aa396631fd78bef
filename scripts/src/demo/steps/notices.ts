import type { Asker } from '../../asking/asked-hub.js';
import { cast } from '../cast.js';
import { that } from '../matching.js';
import type { Found, Step } from '../step.js';
import { evidenceFile } from './evidence-file.js';
import { failing } from './targets.js';

const text = '检验结论为不合格。如有异议，可在收到之日起十五日内提出。';
/** Who is told, in the order in which notices are kept. */
const addressees = ['merchant-1', 'enterprise-1'] as const;
const everybody = ['platform-1', 'platform-2', 'lab-1', 'lab-2', 'merchant-1', 'enterprise-1'];

/** What follows the result that does not conform: its seller and its producer are told and object, the regulator decides, and the public is told (after 5.4.1). */
export const noticeSteps: readonly Step[] = [
  {
    key: 'issue-notices',
    title: { zh: '告知销售者与标称生产者检验结果', en: 'tells the seller and the nominal producer of the result in writing' },
    by: cast.officer,
    act: {
      name: 'issueResultNotice',
      items: ({ monitoringDataIds }) => ['SELLER', 'PRODUCER'].map((capacity) => ({ monitoringDataId: monitoringDataIds[failing], capacity, text })),
      reads: 'number state capacity addressee { id }',
      keeps: (story, made) => {
        story.noticeIds = made.map((notice) => notice?.id ?? '');
      },
      opensTo: ({ addressee }) => [(addressee as { id: string }).id],
    },
  },
  confirms(0, cast.merchant, { zh: '销售者签收告知书', en: 'the seller confirms receipt' }),
  objects(0, cast.merchant, { zh: '销售者提出异议', en: 'the seller objects to how it was sampled' }, { ground: 'SAMPLING', statement: '抽取的样品为展示样机。', evidence: [evidenceFile('display-unit.jpg')] }),
  confirms(1, cast.enterprise, { zh: '标称生产者签收告知书', en: 'the nominal producer confirms receipt' }),
  objects(1, cast.enterprise, { zh: '标称生产者提出异议', en: 'the nominal producer objects to the result' }, { ground: 'RESULT', statement: '出厂检验合格。', evidence: [evidenceFile('factory-test.jpg')] }),
  {
    key: 'decide-objections',
    title: { zh: '处理异议', en: 'decides both objections, with reasons' },
    by: cast.officer,
    waitsFor: {
      what: { zh: '异议到达监管部门', en: 'both objections reach the regulator' },
      by: cast.officer,
      query: 'query ($seller: ID!, $producer: ID!) { seller: resultNotice(id: $seller) { objection { id } } producer: resultNotice(id: $producer) { objection { id } } }',
      variables: ({ noticeIds: [seller, producer] }) => ({ seller, producer }),
      finds: () => ({ seller: { objection: {} }, producer: { objection: {} } }),
      keeps: (story, data) => {
        const { seller, producer } = data as Record<'seller' | 'producer', { objection: { id: string } }>;
        story.objectionIds = [seller.objection.id, producer.objection.id];
      },
    },
    act: {
      name: 'decideObjection',
      items: ({ objectionIds }) => objectionIds.map((objectionId, n) => ({ objectionId, outcome: 'REJECTED', reason: n === 0 ? '购样录像表明所购为全新未拆封商品。' : '检验依据现行国家标准，复核无误。' })),
      reads: 'number state objector { id }',
      opensTo: ({ objector }) => [(objector as { id: string }).id],
    },
  },
  {
    key: 'publish-notice',
    title: { zh: '发布公告', en: 'tells the public' },
    by: cast.officer,
    act: {
      name: 'publishNotice',
      items: ({ monitoringDataIds }) => [{ title: '关于暖风机监测结果的公告', text: '下列产品检验结论为不合格，请停止使用。', monitoringDataIds: [monitoringDataIds[failing]] }],
      reads: 'number state title',
      opensTo: () => everybody,
    },
    checks: [
      {
        by: cast.platforms['platform-1'],
        query: '{ publicNotices(first: 100) { nodes { number title products { productName failedItems } } } }',
        finds: () => ({ publicNotices: { nodes: that<Found[]>('the notice that was published', (nodes) => nodes.length > 0) } }),
      },
    ],
  },
];

function confirms(n: 0 | 1, by: Asker, title: Step['title']): Step {
  return {
    key: `confirm-notice-${addressees[n]}`,
    title,
    by,
    waitsFor: {
      what: { zh: '告知书到达', en: 'the notice reaches its addressee' },
      by,
      query: 'query ($id: ID!) { receivedResultNotice(id: $id) { number } }',
      variables: ({ noticeIds }) => ({ id: noticeIds[n] }),
      finds: () => ({ receivedResultNotice: {} }),
    },
    act: { name: 'confirmResultNotice', items: ({ noticeIds }) => [{ noticeId: noticeIds[n] }], reads: 'number state' },
  };
}

function objects(n: 0 | 1, by: Asker, title: Step['title'], objection: object): Step {
  return {
    key: `object-${addressees[n]}`,
    title,
    by,
    act: { name: 'objectToResult', items: ({ noticeIds }) => [{ noticeId: noticeIds[n], ...objection }], reads: 'number state' },
  };
}
