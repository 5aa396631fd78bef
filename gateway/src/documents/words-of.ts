import { chineseWord } from '@hub/imports/sheets/chinese-word.js';
import { isEnumType, type GraphQLEnumType, type GraphQLSchema } from 'graphql';
import type { Words } from './paper/sheet.js';

const known = new WeakMap<GraphQLSchema, Words>();

/** What the contract calls its coded values in Chinese: the words with which the description of each begins (已反馈: …). */
export function wordsOf(schema: GraphQLSchema): Words {
  const found = known.get(schema) ?? read(schema);
  known.set(schema, found);
  return found;
}

function read(schema: GraphQLSchema): Words {
  const enumerations = Object.values(schema.getTypeMap()).filter((type) => isEnumType(type) && !type.name.startsWith('__')).filter(isEnumType);
  return Object.fromEntries(enumerations.map((type) => [type.name, wordsOfValues(type)]));
}

function wordsOfValues(type: GraphQLEnumType): Readonly<Record<string, string>> {
  return Object.fromEntries(
    type.getValues().flatMap(({ name, description }) => {
      const word = chineseWord(description);
      return word === undefined ? [] : [[name, word] as const];
    }),
  );
}
