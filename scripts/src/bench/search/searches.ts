import type { BenchParty } from '../subscriptions/parties.js';

/** Who searches: of each kind, with other rights over the same records. */
export const searchers: readonly BenchParty[] = [
  { id: 'centers-1', kind: 'MONITORING_CENTER', level: null, role: 'ANALYST' },
  { id: 'regulators-1', kind: 'REGULATOR', level: 'PROVINCE', role: 'OFFICER' },
  { id: 'regulators-2', kind: 'REGULATOR', level: 'COUNTY', role: 'OFFICER' },
  { id: 'labs-1', kind: 'LAB', level: null, role: 'TECHNICIAN' },
  { id: 'platforms-1', kind: 'PLATFORM', level: null, role: 'OFFICER' },
];

/** What is looked for, by kind; each is asked by everybody. */
export const searches: Readonly<Record<string, readonly { readonly text: string; readonly criteria?: object }[]>> = {
  'frequent words': [{ text: '充电宝' }, { text: 'fire' }, { text: '儿童玩具' }, { text: 'consumers' }, { text: '有限公司' }, { text: 'injury' }],
  'two and three words': [{ text: '充电宝 自燃' }, { text: 'crib strangulation' }, { text: '智能 插座 漏电' }, { text: 'battery overheat fire' }, { text: '便携式充电宝过热' }, { text: 'helmet head injury' }],
  'rare words': [{ text: 'lanmiko' }, { text: 'A137' }, { text: 'shavobel 电热毯' }, { text: 'strangulation' }, { text: '4706.17' }, { text: 'tenruzu' }],
  narrowed: [{ text: '充电宝', criteria: { sellerRegionCode: '3301' } }, { text: 'fire', criteria: { channel: ['COMPLAINT'], from: '2024-01-01' } }, { text: '漏电', criteria: { type: ['MONITORING_DATA'] } }, { text: '插座', criteria: { category: ['插座'] } }],
  'wrong spelling': [{ text: 'battrey' }, { text: 'helmit strapp' }, { text: '充电保自燃' }, { text: 'strangulaton' }],
};

/** The same as somebody would ask it of the plain table: each part of the text anywhere, the latest twenty. */
export const plainParts = (text: string): string[] => text.split(' ').map((part) => `%${part}%`);
