import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  getNamedType,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { Random } from './random.js';

type Value = Record<string, unknown>;

/** A graph whose subgraphs answer by rule: what a field gives depends on its entity, its arguments and what it requires, and on nothing else. */
export interface PlayedGraph {
  readonly name: string;
  readonly subgraphs: Readonly<Record<string, string>>;
  /** The types of the entities behind an interface, also where a subgraph knows but the interface (`@interfaceObject`). */
  readonly concrete?: Readonly<Record<string, readonly string[]>>;
  /** What a field `Type.field` requires of others (`@requires`): its value tells what it got. */
  readonly requires?: Readonly<Record<string, readonly string[]>>;
  /** Fields that a subgraph requires with arguments. The stock gateway gives them to a client that asks for its own; see required-arguments.test.ts. */
  readonly requiredWithArguments?: readonly string[];
}

/** Which share of fields is null or an error, of entities not there. */
export interface Faults {
  readonly nulls: number;
  readonly errors: number;
  readonly missing: number;
}

/** A subgraph of a played graph, in this process. */
export interface PlayedSubgraph {
  readonly name: string;
  readonly document: DocumentNode;
  answer(request: { readonly query: string; readonly variables: Value; readonly operationName?: string | undefined }): Promise<ExecutionResult>;
}

/** The key of the n-th entity of a type; a reference tells by it what it refers to. */
const keyPattern = /^(\w+)#(\d+)$/;

export function playedSubgraph(graph: PlayedGraph, name: string, faults: Faults): PlayedSubgraph {
  const document = parse(graph.subgraphs[name] ?? '');
  const keyed = keyedTypes(document);
  const resolvers = Object.fromEntries(
    [...keyed.keys()].map((type) => [
      type,
      {
        __resolveReference: async (reference: Value) => {
          const token = tokenOf(reference);
          if (new Random(`${name} ${token} there`).chance(faults.missing)) return null;
          return { ...reference, __typename: graph.concrete?.[type] ? token.split('#')[0] : type };
        },
      },
    ]),
  );
  const schema = buildSubgraphSchema({ typeDefs: document, resolvers });
  const fieldResolver = (source: Value | undefined, args: Value, _context: unknown, info: GraphQLResolveInfo) =>
    resolve(graph, keyed, faults, schema, source ?? {}, args, info);
  return {
    name,
    document,
    async answer({ query, variables, operationName }) {
      const result = await execute({ schema, document: parse(query), variableValues: variables, operationName: operationName ?? null, fieldResolver });
      return JSON.parse(JSON.stringify(result)) as ExecutionResult;
    },
  };
}

/** The key fields of each entity type, also where they lie deeper: `region { code }` is `region.code`. */
function keyedTypes(document: DocumentNode): Map<string, string[]> {
  const keyed = new Map<string, string[]>();
  for (const definition of document.definitions) {
    if (!('name' in definition) || !definition.name || !('directives' in definition)) continue;
    const keys = (definition.directives ?? []).filter(({ name }) => name.value === 'key' || name.value === 'federation__key');
    const paths = keys.flatMap(({ arguments: given = [] }) => {
      const fields = given.find(({ name }) => name.value === 'fields')?.value;
      return fields?.kind === Kind.STRING ? leaves(fields.value) : [];
    });
    if (paths.length > 0) keyed.set(definition.name.value, [...(keyed.get(definition.name.value) ?? []), ...paths]);
  }
  return keyed;
}

function leaves(fields: string): string[] {
  const paths: string[] = [];
  const above: string[] = [];
  const words = fields.match(/\w+|[{}]/g) ?? [];
  words.forEach((word, at) => {
    if (word === '}') above.pop();
    else if (words[at + 1] === '{') above.push(word);
    else if (word !== '{') paths.push([...above, word].join('.'));
  });
  return paths;
}

function tokenOf(source: Value): string {
  if (typeof source['$token'] === 'string') return source['$token'];
  return findKey(source) ?? 'root';
}

function findKey(value: unknown): string | undefined {
  if (typeof value === 'string') return keyPattern.test(value) ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.values(value).map(findKey).find((key) => key !== undefined);
}

function resolve(graph: PlayedGraph, keyed: Map<string, string[]>, faults: Faults, schema: GraphQLSchema, source: Value, args: Value, info: GraphQLResolveInfo): unknown {
  const { fieldName, parentType, returnType } = info;
  if (Object.hasOwn(source, fieldName)) return source[fieldName];
  const token = tokenOf(source);
  const required = (graph.requires?.[`${parentType.name}.${fieldName}`] ?? []).map((name) => source[name] ?? null);
  const cause = `${token}.${fieldName}(${JSON.stringify(args)})${required.length > 0 ? JSON.stringify(required) : ''}`;
  if (new Random(`${cause} fails`).chance(faults.errors)) {
    throw new GraphQLError(`${cause} fails.`, { extensions: new Random(cause).chance(0.5) ? { code: 'PLAYED' } : {} });
  }
  return make(returnType, cause);

  function make(type: GraphQLOutputType, about: string): unknown {
    const random = new Random(about);
    if (!isNonNullType(type) && random.chance(faults.nulls)) return null;
    const nullable = getNullableType(type);
    if (isListType(nullable)) return Array.from({ length: random.below(4) }, (_, at) => make(nullable.ofType, `${about}[${at}]`));
    const named = getNamedType(nullable);
    if (isEnumType(named)) return random.pick(named.getValues()).value;
    if (isAbstractType(named) || isObjectType(named)) {
      const possible = graph.concrete?.[named.name] ?? (isAbstractType(named) ? schema.getPossibleTypes(named).map(({ name }) => name) : [named.name]);
      return object(random.pick(possible), named.name, about, random);
    }
    switch (named.name) {
      case 'Int':
        return random.below(3);
      case 'Float':
        return random.below(8) / 4;
      case 'Boolean':
        return random.chance(0.5);
      default:
        return random.chance(0.1) ? '' : `${about.replaceAll('#', ' ')}`;
    }
  }

  function object(type: string, declared: string, about: string, random: Random): Value {
    const known = schema.getType(type) ? type : declared;
    const keys = keyed.get(known);
    if (!keys) return { __typename: known, $token: about };
    const key = `${type}#${1 + random.below(3)}`;
    const made: Value = { __typename: known, $token: key };
    for (const path of keys) {
      const way = path.split('.');
      const last = way.pop() ?? '';
      let at = made;
      for (const step of way) at = (at[step] ??= { $token: `${key}.${step}` }) as Value;
      at[last] = key;
    }
    return made;
  }
}
