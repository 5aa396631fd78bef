import { codeEntry, type CodeEntry, type CodeListContent } from './code-list.js';

type Named = readonly [code: string, zh: string, en: string, validity?: Pick<CodeEntry, 'validFrom'> & Partial<CodeEntry>];

/** Days of entry into force are given where the notice of the standard was at hand; where they are not, nothing is guessed. */
const named: readonly Named[] = [
  ['GB 4706.1-2005', '家用和类似用途电器的安全 第1部分：通用要求', 'Household and similar electrical appliances: safety. Part 1: General requirements', { validFrom: null, validTo: '2026-08-01', successorCodes: ['GB/T 4706.1-2024'] }],
  ['GB/T 4706.1-2024', '家用和类似用途电器的安全 第1部分：通用要求', 'Household and similar electrical appliances: safety. Part 1: General requirements', { validFrom: '2026-08-01' }],
  ['GB 4706.19-2008', '家用和类似用途电器的安全 液体加热器的特殊要求', 'Household and similar electrical appliances: safety. Particular requirements for appliances for heating liquids'],
  ['GB 4943.1-2022', '音视频、信息技术和通信技术设备 第1部分：安全要求', 'Audio/video, information and communication technology equipment. Part 1: Safety requirements'],
  ['GB 6675.1-2014', '玩具安全 第1部分：基本规范', 'Safety of toys. Part 1: Basic code'],
  ['GB 6675.2-2014', '玩具安全 第2部分：机械与物理性能', 'Safety of toys. Part 2: Mechanical and physical properties'],
  ['GB 6675.3-2014', '玩具安全 第3部分：易燃性能', 'Safety of toys. Part 3: Flammability'],
  ['GB 6675.4-2014', '玩具安全 第4部分：特定元素的迁移', 'Safety of toys. Part 4: Migration of certain elements'],
  ['GB 18401-2010', '国家纺织产品基本安全技术规范', 'National general safety technical code for textile products'],
  ['GB 31701-2015', '婴幼儿及儿童纺织产品安全技术规范', 'Safety technical code for infants and children textile products'],
  ['GB 12904-2008', '商品条码 零售商品编码与条码表示', 'Bar code for commodity. Retail commodity numbering and bar code marking'],
  ['GB 32100-2015', '法人和其他组织统一社会信用代码编码规则', 'The coding rule of the unified social credit identifier for legal entities and other organizations'],
  ['GB/T 2260-2007', '中华人民共和国行政区划代码', 'Codes for the administrative divisions of the People’s Republic of China'],
  ['GB/T 8170-2008', '数值修约规则与极限数值的表示和判定', 'Rules of rounding off for numerical values, and expression and judgement of limiting values'],
  ['GB/T 22760-2020', '消费品安全 风险评估导则', 'Consumer product safety. Guidelines for risk assessment'],
  ['GB/T 27921-2023', '风险管理 风险评估技术', 'Risk management. Risk assessment techniques'],
  ['GB/T 32905-2016', '信息安全技术 SM3密码杂凑算法', 'Information security techniques. SM3 cryptographic hash algorithm'],
];

/** First version of the standards (标准) by which the hub's items are tested and its values are written; whether one is in force follows from its days. */
export const standards: CodeListContent = {
  id: 'standards',
  zh: '标准',
  en: 'standards',
  codes: named.map(([code, zh, en, validity]) => codeEntry({ code, zh, en, ...validity })),
};
