import type { Locale } from '@hub/schema/errors/locale.js';
import { GraphQLError, isObjectType, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import { isStorable } from '../validation/is-storable.js';

const longestKey = 500;

/**
 * Makes `_entities` (Apollo Federation) resolve each representation by itself: one that names no entity, or no key, is null with a
 * coded error and leaves the others alone. What reaches a resolver has a text for each key, so that none throws before it waits: a throw
 * there would drop the promises made before it, and a rejection that nobody holds ends the process.
 */
export function resolveReferencesOneByOne(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  if (!field?.resolve) return;
  const { resolve } = field;
  const keys = keysOfEntities(schema);
  field.resolve = (source, args: { representations: readonly unknown[] }, context: { locale: Locale }, info) =>
    Promise.all(
      args.representations.map(async (representation, index) => {
        try {
          requireReference(keys, representation, `representations.${index}`, context.locale);
          return await one(resolve, source, representation, context, info);
        } catch (error) {
          return error instanceof Error ? error : new Error(String(error));
        }
      }),
    );
}

type Resolver = GraphQLFieldResolver<unknown, unknown>;

async function one(resolve: Resolver, source: unknown, representation: unknown, context: unknown, info: GraphQLResolveInfo): Promise<unknown> {
  const entities = (await resolve(source, { representations: [representation] }, context, info)) as readonly unknown[];
  return entities[0];
}

/** @throws GraphQLError VALUE_INVALID */
function requireReference(keysOf: Keys, representation: unknown, at: string, locale: Locale): void {
  const fields = (typeof representation === 'object' && representation !== null ? representation : {}) as Readonly<Record<string, unknown>>;
  const name = fields['__typename'];
  const keys = typeof name === 'string' ? keysOf.get(name) : undefined;
  if (!keys) {
    throw refusal(`${at}.__typename`, locale, { en: 'it names no entity of this owner', 'zh-CN': '不是本单位的实体' }, { en: 'the name of an entity', 'zh-CN': '实体名称' });
  }
  const complete = keys.some((key) => key.every((field) => fields[field] !== undefined));
  const wrong = keys.flat().find((field) => (fields[field] === undefined ? !complete : !isKey(fields[field])));
  if (wrong === undefined) return;
  throw refusal(`${at}.${wrong}`, locale, { en: 'it is no key', 'zh-CN': '不是有效的键' }, { en: 'the id as it was received', 'zh-CN': '所收到的 id' });
}

/** The keys of each entity, each key as its fields. Keys of this hub have no nested fields. */
type Keys = ReadonlyMap<string, readonly (readonly string[])[]>;

function keysOfEntities(schema: GraphQLSchema): Keys {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return new Map(types.map((type) => [type.name, keysOf(type)] as const).filter(([, keys]) => keys.length > 0));
}

function keysOf(type: GraphQLObjectType): string[][] {
  const directives = [type.astNode, ...type.extensionASTNodes].flatMap((node) => node?.directives ?? []).filter((each) => each.name.value === 'key');
  return directives.flatMap((directive) => {
    const fields = directive.arguments?.find((argument) => argument.name.value === 'fields')?.value;
    return fields?.kind === 'StringValue' ? [fields.value.split(/[\s,]+/).filter((part) => part !== '')] : [];
  });
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= longestKey && isStorable(value);
}

type Words = Readonly<Record<Locale, string>>;

function refusal(field: string, locale: Locale, problem: Words, example: Words): GraphQLError {
  const message = errorMessage('VALUE_INVALID', locale, { field, problem: problem[locale], example: example[locale] });
  return new GraphQLError(message, { extensions: { code: 'VALUE_INVALID', field } });
}
