import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isScalarType, type GraphQLNamedType } from 'graphql';
import { federationFields } from '../terms/federation-fields.js';
import type { LintRule } from './lint-rule.js';

const forms = {
  type: { is: /^[A-Z][A-Za-z0-9]*$/, en: 'a type is written MonitoringPlan', 'zh-CN': '类型应写作 MonitoringPlan' },
  field: { is: /^[a-z][A-Za-z0-9]*$/, en: 'a field or an argument is written issuedAt', 'zh-CN': '字段和参数应写作 issuedAt' },
  value: { is: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, en: 'a value is written IN_PROGRESS', 'zh-CN': '枚举值应写作 IN_PROGRESS' },
} as const;

/** The types that Federation and the linked specifications bring; its fields are `federationFields`. An owner's own names are held to the forms whatever they look like. */
const foreign = /^(_Service|_Any|_Entity|(federation|link|join|sharing)__\w+)$/;

export const namedByConvention: LintRule = {
  name: 'named-by-convention',
  title: 'Names are written in one way',
  sentence: 'Types are written MonitoringPlan, fields and arguments issuedAt, values of enums IN_PROGRESS.',
  clause: '5.4.3 c',
  exceptable: true,
  check: ({ schema }) =>
    Object.values(schema.getTypeMap())
      .filter((type) => !isIntrospectionType(type) && !isScalarType(type) && !foreign.test(type.name))
      .flatMap(namesOf)
      .filter(({ coordinate, name, form }) => !federationFields.has(coordinate) && !forms[form].is.test(name))
      .map(({ coordinate, name, form }) => ({
        coordinate,
        message: { en: `"${name}" is not written as names are: ${forms[form].en}.`, 'zh-CN': `“${name}”的写法不符合命名规则，${forms[form]['zh-CN']}` },
      })),
};

interface Named {
  /** Of the type or the field at which it stands. */
  readonly coordinate: string;
  readonly name: string;
  readonly form: keyof typeof forms;
}

function namesOf(type: GraphQLNamedType): readonly Named[] {
  const own: Named = { coordinate: type.name, name: type.name, form: 'type' };
  if (isEnumType(type)) return [own, ...type.getValues().map(({ name }) => ({ coordinate: `${type.name}.${name}`, name, form: 'value' as const }))];
  if (isInputObjectType(type)) return [own, ...Object.keys(type.getFields()).map((name) => ({ coordinate: `${type.name}.${name}`, name, form: 'field' as const }))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  return [own, ...Object.values(type.getFields()).flatMap((field) => [field.name, ...field.args.map(({ name }) => name)].map((name) => ({ coordinate: `${type.name}.${field.name}`, name, form: 'field' as const })))];
}
