import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { requireCode, type CodeListsAsOf } from '@hub/kernel/validation/require-code.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { inForceOn } from '@hub/schema/code-lists/in-force-on.js';
import { unitsOfMeasurement } from '@hub/schema/code-lists/units.js';

/** The unit of a limit and of what was measured (计量单位), as the lab writes it: by its code in the list in force, or by its symbol. Null where there is none. @throws Refusal VALUE_TOO_LONG, VALUE_INVALID, CODE_RETIRED */
export function unitOfResult(field: string, written: string | null | undefined, codes: CodeListsAsOf): string | null {
  const unit = optionalText(field, written, 40);
  if (unit !== null) requireCode(field, codeOfSymbol(unit, codes) ?? unit, unitsOfMeasurement, codes);
  return unit;
}

/** The code of the unit that reports print by a symbol, as μg/kg stands for ug/kg; one in force where several had it. */
function codeOfSymbol(written: string, { codeLists, now }: CodeListsAsOf): string | undefined {
  const day = dayInShanghai(now);
  const found = (codeLists.get(unitsOfMeasurement.id) ?? unitsOfMeasurement).codes.filter((entry) => symbolOf(entry) === written);
  return (found.find((entry) => inForceOn(entry, day)) ?? found[0])?.code;
}

function symbolOf({ code, properties }: CodeEntry): string {
  return properties.find(({ name }) => name === 'symbol')?.values[0] ?? code;
}
