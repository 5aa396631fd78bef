import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import type { ActInput, InputField } from './act-input.js';
import type { FieldMapping, Mapping } from './mapping.js';

/** Products have no code list: of the column that names the product, so much goes on, without the numbers of persons. */
const product = { field: 'productName', characters: 60 };

/** Types whose values are no words. */
const wordless = new Set(['Int', 'Float', 'Boolean', 'Date']);

/** Readings that give nothing but entries of a code list. */
const codedReadings = new Set(['platforms', 'hazard-items']);

/**
 * What a mapping of complaints (channel a) would tell of the complainant's own words: fields that others than centres read must be made of
 * what is coded, as sourceText is null of complaints (5.1.1).
 */
export function complaintProblems({ fields }: Mapping, input: ActInput): Bilingual[] {
  if (!canBeComplaint(fields['channel'])) return [];
  return Object.entries(fields).flatMap(([place, field]) => {
    const type = input.fields.get(place);
    if (!type?.beyondCentre || isWordless(type) || isCoded(field)) return [];
    return place === product.field ? productProblems(field) : [ownWords(place)];
  });
}

function canBeComplaint(channel: FieldMapping | undefined): boolean {
  if (!channel) return false;
  if (channel.value !== undefined) return channel.value === 'COMPLAINT';
  const known = [...Object.values(channel.translate ?? {}), ...Object.values(channel.find ?? {}), channel.otherwise];
  return known.includes('COMPLAINT') || !isCoded(channel);
}

function isWordless({ type, values }: InputField): boolean {
  return values !== undefined || wordless.has(type);
}

/** A reading of columns takes them as they stand: no code list comes between (field-value.ts). */
function isCoded({ value, text, read, translate, find }: FieldMapping): boolean {
  if (value !== undefined || (read !== undefined && codedReadings.has(read))) return true;
  return (read === undefined || text !== undefined) && (translate !== undefined || find !== undefined);
}

function productProblems({ from, repair, limit }: FieldMapping): Bilingual[] {
  if (from !== undefined && repair.includes('personal-numbers') && limit !== undefined && limit <= product.characters) return [];
  return [
    {
      en: `${product.field} of a complaint goes to labs and platforms: take it from a column, with the repair personal-numbers and a limit of at most ${product.characters} characters.`,
      'zh-CN': `投诉举报的 ${product.field} 向检验机构、电商平台共享：应取自列，使用修复 personal-numbers，且 limit 不超过 ${product.characters} 个字符。`,
    },
  ];
}

function ownWords(place: string): Bilingual {
  return {
    en: `${place} goes to others than the centre, and would tell a complainant's own words: give its columns a code list (translate or find), or make them personal and fill complainant.statement with them; what names nobody may stay with the source record (keep).`,
    'zh-CN': `${place} 的共享范围超出监测中心，会透露投诉人的原话：请为其列给出代码对照（translate 或 find），或将该列列入 personal 并填入 complainant.statement；不涉及个人的内容可用 keep 留存于来源记录。`,
  };
}
