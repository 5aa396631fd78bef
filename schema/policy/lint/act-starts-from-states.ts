import type { Bilingual } from '../../errors/bilingual.js';
import type { ActTerms } from '../terms/vocabulary.js';
import type { LintRule } from './lint-rule.js';
import type { OwnerContract } from './owner-contract.js';
import { statesOf } from './states-of.js';

export const actStartsFromStates: LintRule = {
  name: 'act-starts-from-states',
  title: 'An act starts from states of its own type',
  sentence: 'Whatever stands under Mutation is an act; it starts from states of the type it is on, and its audience neither masks nor waits for a state.',
  clause: '4',
  check: (contract) => [
    ...[...contract.table.acts].flatMap(([act, terms]) =>
      problemsOf(contract, terms).map((message) => ({ coordinate: `Mutation.${act}`, message })),
    ),
    ...[...contract.table.fields.keys()]
      .filter((coordinate) => coordinate.startsWith('Mutation.'))
      .map((coordinate) => ({ coordinate, message: { en: 'It has terms of a field; give it those of an act with @act.', 'zh-CN': '写的是字段条款，请改用 @act 写行为条款' } })),
  ],
};

function problemsOf(contract: OwnerContract, { audience, on, from }: ActTerms): readonly Bilingual[] {
  const states = on === undefined ? undefined : statesOf(contract, on);
  const unknown = states && from?.filter((state) => !states.includes(state));
  return [
    ...(from && on === undefined ? [{ en: 'It starts from states without a type; name the type with `on`.', 'zh-CN': '写明了起始状态而未写明类型，请以 on 写明类型' }] : []),
    ...(on !== undefined && !contract.schema.getType(on) ? [{ en: `It is on ${on}, which ${contract.owner} does not have; name a type that it has.`, 'zh-CN': `所在类型 ${on} 不属于 ${contract.owner}，请写明其自有类型` }] : []),
    ...(from && on !== undefined && !states ? [{ en: `It starts from states of ${on}, which has no field state with an enum; give it one.`, 'zh-CN': `${on} 没有枚举类型的 state 字段，请补上` }] : []),
    ...(unknown?.length ? [{ en: `It starts from ${unknown.join(', ')}; ${on} has the states ${states?.join(', ')}.`, 'zh-CN': `起始状态 ${unknown.join('、')} 不存在，${on} 的状态为 ${states?.join('、')}` }] : []),
    ...(on === undefined && audience.some(({ rows }) => rows !== 'ALL') ? [{ en: 'Its audience has rows, but it is on no type; name the type with `on`.', 'zh-CN': '受众限定了行而未写明类型，请以 on 写明类型' }] : []),
    ...(audience.some(({ mask }) => mask !== undefined) ? [{ en: 'An act shows nothing that could be masked; leave the mask out.', 'zh-CN': '行为不展示可脱敏的内容，请去掉脱敏' }] : []),
    ...(audience.some(({ visibleFrom }) => visibleFrom !== undefined) ? [{ en: 'States of an act stand in `from`; leave visibleFrom out.', 'zh-CN': '行为的状态写在 from 中，请去掉 visibleFrom' }] : []),
  ];
}
