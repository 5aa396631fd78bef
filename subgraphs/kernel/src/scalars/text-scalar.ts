import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { GraphQLScalarType, Kind } from 'graphql';
import { invalidValue } from './invalid-value.js';

/** What a scalar makes of a text: its one form, or what is wrong. */
export type ReadText = { readonly text: string } | { readonly problem: Bilingual };

/** A scalar whose values are texts of a certain form. It shows what is kept as it is: what was taken in before the form was checked stays readable. */
export function textScalar(name: string, example: string, read: (text: string) => ReadText): GraphQLScalarType {
  const parse = (value: unknown): string => {
    const result = typeof value === 'string' ? read(value) : { problem: { en: 'it is no text', 'zh-CN': '不是文本' } };
    if ('problem' in result) throw invalidValue(name, value, result.problem, example);
    return result.text;
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => String(value),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}
