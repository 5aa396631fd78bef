import { requireCode, type CodesAsOf } from '@hub/kernel/validation/require-code.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { unitsOfMeasurement } from '@hub/schema/code-lists/units.js';

/** Symbols by which reports print the units that came with the hub: μg/kg for ug/kg. */
const codeOfSymbol = new Map(unitsOfMeasurement.codes.map(({ code, properties }) => [properties.find(({ name }) => name === 'symbol')?.values[0] ?? code, code]));

/** The unit of a limit and of what was measured (计量单位), as the lab writes it: by its code in the list in force, or by its symbol. Null where there is none. @throws Refusal VALUE_TOO_LONG, VALUE_INVALID, CODE_RETIRED */
export function unitOfResult(field: string, written: string | null | undefined, codes: CodesAsOf): string | null {
  const unit = optionalText(field, written, 40);
  if (unit !== null) requireCode(field, codeOfSymbol.get(unit) ?? unit, unitsOfMeasurement, codes);
  return unit;
}
