import { isObjectType } from 'graphql';
import type { LintRule } from './lint-rule.js';

export const fieldsComeFromTheirOwner: LintRule = {
  name: 'fields-come-from-their-owner',
  title: 'A field comes from its owner',
  sentence: 'No subgraph provides or overrides another owner’s field, because only the owner decides on its rows: elsewhere another owner’s field is echoed to whoever brought it.',
  clause: '5.4.3; Apollo Federation, @provides and @override',
  check: ({ schema }) =>
    Object.values(schema.getTypeMap()).flatMap((type) =>
      (isObjectType(type) ? Object.values(type.getFields()) : [])
        .filter(({ astNode }) => astNode?.directives?.some(({ name }) => ['provides', 'override'].includes(name.value)))
        .map(({ name }) => ({ coordinate: `${type.name}.${name}`, message: { en: 'It hands out what another owner decides on; let the gateway ask that owner, and leave @provides and @override out.', 'zh-CN': '给出了应由其他属主决定的内容；请由网关向该属主查询，去掉 @provides 和 @override' } })),
    ),
};
