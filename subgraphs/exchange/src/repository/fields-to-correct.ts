import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { deskFields } from '@hub/schema/generated/desk-fields.js';
import { keyTerms } from '@hub/schema/generated/key-terms.js';

const most = 50;
const example = 'MonitoringData.productName';

/** Fields of one type, whose owner has the rows. */
export interface FieldsToCorrect {
  readonly type: string;
  readonly owner: string;
  /** Coordinates, each once. */
  readonly fields: readonly string[];
}

/**
 * The fields of which a correction is asked: of one type, owned by the owner of its rows.
 * @throws Refusal CORRECTION_FIELD_UNKNOWN, VALUE_INVALID
 */
export function fieldsToCorrect(named: readonly string[]): FieldsToCorrect {
  const fields = [...new Set(named)];
  requireValid(fields.length > 0 && fields.length <= most, 'fields', { en: `it names no field, or more than ${most}`, 'zh-CN': `未写明字段，或超过 ${most} 项` }, example);
  const [type = ''] = fields[0]!.split('.');
  const owner = keyTerms.get(type)?.owner;
  for (const [index, name] of fields.entries()) {
    const field = `fields.${index}`;
    const known = deskFields.get(name);
    // What tells who read what is no data of its holder, and cannot be wrong by it.
    if (!known || owner === undefined || known.unclosable === 'KEY' || name.startsWith('AccessRecord.')) throw new Refusal('CORRECTION_FIELD_UNKNOWN', { field, parameters: { name, example } });
    requireValid(name.startsWith(`${type}.`), field, { en: `it is of another type than ${fields[0]}`, 'zh-CN': `与 ${fields[0]} 不属于同一类型` }, example);
    // A field that another owner contributes is about a row that the contributor does not have.
    if (known.terms.owner !== owner) throw new Refusal('CORRECTION_FIELD_UNKNOWN', { field, parameters: { name, example } });
  }
  return { type, owner: owner!, fields };
}
