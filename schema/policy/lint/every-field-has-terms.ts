import { fieldAt } from './field-at.js';
import { keyFields } from './key-fields.js';
import type { LintProblem, LintRule } from './lint-rule.js';
import type { OwnerContract } from './owner-contract.js';
import { rootTypes } from './root-types.js';

export const everyFieldHasTerms: LintRule = {
  name: 'every-field-has-terms',
  title: 'Every field has terms',
  sentence: 'A field is published with terms of sharing, with terms of an act, or as structure, which is reached only through a field that has decided: never at the root, nor by a key.',
  clause: '5.4.3',
  check: (contract) => [
    ...[...contract.table.withoutTerms].map((coordinate) => ({
      coordinate,
      message: { en: 'It has no terms and would be closed to everybody; name them with @shared or @act, or mark the type as @structure.', 'zh-CN': '没有条款，将对所有人关闭；请以 @shared 或 @act 写明条款，或将类型标为 @structure' },
    })),
    ...openStructure(contract),
  ],
};

/** Structure decides nothing, so it is open to whoever comes to it: by the root or by `_entities` that would be everybody. */
function openStructure(contract: OwnerContract): readonly LintProblem[] {
  return [...contract.table.structural].flatMap((coordinate) => {
    const type = fieldAt(contract, coordinate)?.type;
    if (!type || (!rootTypes.includes(type.name) && keyFields(type).length === 0)) return [];
    return [{ coordinate, message: { en: `It is structure, and anybody comes to ${type.name} by itself, so it would be open to everybody; give it terms instead.`, 'zh-CN': `标为结构，而任何人均可直接取得 ${type.name}，将对所有人开放；请改写条款` } }];
  });
}
