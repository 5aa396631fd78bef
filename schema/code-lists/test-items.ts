import { codeEntry, type CodeListContent } from './code-list.js';

const appliance = 'GB 4706.1-2005';
const toy = 'GB 6675.2-2014';
const textile = 'GB 18401-2010';
const children = 'GB 31701-2015';

const named: readonly (readonly [code: string, zh: string, en: string, ...standards: string[]])[] = [
  ['MARK', '标志和说明', 'marking and instructions', appliance],
  ['SHOCK', '对触及带电部件的防护', 'protection against access to live parts', appliance],
  ['POWER', '输入功率和电流', 'power input and current', appliance],
  ['HEAT', '发热', 'heating', appliance],
  ['LEAK', '泄漏电流（接触电流）', 'leakage current (touch current)', appliance, 'GB 4943.1-2022'],
  ['STRENGTH', '电气强度', 'electric strength', appliance, 'GB 4943.1-2022'],
  ['ABNORMAL', '非正常工作', 'abnormal operation', appliance],
  ['EARTH', '接地措施', 'provision for earthing', appliance],
  ['CREEPAGE', '爬电距离和电气间隙', 'creepage distances and clearances', appliance],
  ['DRY-BOIL', '非正常工作（干烧）', 'abnormal operation (boiling dry)', 'GB 4706.19-2008'],
  ['PHTHALATE', '增塑剂', 'plasticisers', 'GB 6675.1-2014'],
  ['SMALL-PART', '小零件', 'small parts', toy],
  ['SHARP-EDGE', '可触及的危险锐利边缘', 'accessible sharp edges', toy],
  ['SHARP-POINT', '可触及的危险锐利尖端', 'accessible sharp points', toy],
  ['MAGNET', '磁体和磁性部件', 'magnets and magnetic components', toy],
  ['CORD', '绳索、绳带', 'cords and drawstrings', toy, children],
  ['FLAME', '易燃性能、燃烧性能', 'flammability', 'GB 6675.3-2014', children],
  ['LEAD', '可迁移元素铅', 'migration of lead', 'GB 6675.4-2014'],
  ['CADMIUM', '可迁移元素镉', 'migration of cadmium', 'GB 6675.4-2014'],
  ['CHROMIUM', '可迁移元素铬', 'migration of chromium', 'GB 6675.4-2014'],
  ['FORMALDEHYDE', '甲醛含量', 'formaldehyde content', textile],
  ['PH', 'pH值', 'pH value', textile],
  ['FAST-WATER', '耐水色牢度', 'colour fastness to water', textile],
  ['FAST-PERSPIRATION', '耐汗渍色牢度', 'colour fastness to perspiration', textile],
  ['FAST-RUBBING', '耐干摩擦色牢度', 'colour fastness to dry rubbing', textile],
  ['ODOUR', '异味', 'odour', textile],
  ['AZO', '可分解致癌芳香胺染料', 'azo dyes that release carcinogenic amines', textile],
  ['ATTACHED', '附件抗拉强力', 'tensile strength of attached components', children],
];

/** First version of the test items (检验项目), each with the standards that require it. */
export const testItems: CodeListContent = {
  id: 'test-items',
  zh: '检验项目',
  en: 'test items',
  codes: named.map(([code, zh, en, ...standards]) => codeEntry({ code, zh, en, properties: [{ name: 'standard', values: standards }] })),
};
