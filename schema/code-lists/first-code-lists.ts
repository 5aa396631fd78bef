import { calendarContent } from './calendar-codes.js';
import { codeEntry, type CodeListContent } from './code-list.js';
import { dataElements } from './data-elements.js';
import { dutyLimitContent } from './duty-limit-codes.js';
import { enumeratedCodes } from './enumerated-codes.js';
import { harmTable } from './harm-table.js';
import { hazardItems, otherHazard } from './hazard-items.js';
import { legalLimitContent } from './legal-limit-codes.js';
import { productCategories } from './product-categories.js';
import { standardBodies } from './standard-bodies.js';
import { standards } from './standards.js';
import { testItems } from './test-items.js';
import { unitsOfMeasurement } from './units.js';

const one = (name: string, value: string | undefined) => (value === undefined ? [] : [{ name, values: [value] }]);

/** How often harm comes, as the harm table has its lines: OVER_1_IN_100 is more often than once in a hundred. */
function oftenness(code: string): { zh: string; en: string } {
  const [, over, times = ''] = /^(OVER|UNDER)_1_IN_(\d+)$/.exec(code) ?? [];
  return over === 'OVER' ? { zh: `大于 1/${times}`, en: `more often than 1 in ${times}` } : { zh: `小于 1/${times}`, en: `less often than 1 in ${times}` };
}

/** The code lists that come with the hub (5.4.3 c), without the regions, which are many and are made when they have changed. */
export const firstCodeLists: readonly CodeListContent[] = [
  {
    id: 'data-elements',
    zh: '数据元',
    en: 'data elements',
    codes: [...dataElements.values()].map(({ name, zh, en, standard }) => codeEntry({ code: name, zh, en, properties: one('standard', standard) })),
  },
  productCategories,
  {
    id: 'hazard-items',
    zh: '隐患项目',
    en: 'hazard items (2.5)',
    codes: [...hazardItems, otherHazard].map(({ code, zh, en }) => codeEntry({ code, zh, en })),
  },
  testItems,
  unitsOfMeasurement,
  standards,
  {
    id: 'standard-bodies',
    zh: '标准代号',
    en: 'codes of standards bodies',
    codes: standardBodies.map(({ code, zh, en, kind }) => codeEntry({ code, zh, en, properties: one('kind', kind) })),
  },
  ...enumeratedCodes,
  {
    id: 'harm-table',
    zh: '危害程度表',
    en: 'harm table: level of harm by probability, at severity 1 to 4',
    codes: Object.entries(harmTable.levels).map(([code, levels]) =>
      codeEntry({ code, ...oftenness(code), properties: [...one('table', harmTable.version), { name: 'levels', values: levels }] }),
    ),
  },
  calendarContent(),
  dutyLimitContent(),
  legalLimitContent(),
];
