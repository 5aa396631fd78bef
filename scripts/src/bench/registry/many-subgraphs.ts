import { sharingSdl } from '@hub/schema/generated/authoring.js';
import { subgraphDocument } from '@hub/schema/policy/terms/subgraph-document.js';
import { parse, print } from 'graphql';

const audience = '[{kinds: [REGULATOR, MONITORING_CENTER], basis: {kind: STATUTE, reference: "5.4.3"}}]';

/** Subgraphs as owners publish them, by name, all terms in full: entities of eight fields, a question for each, and a field that each subgraph contributes to an entity of the one before it. */
export function manySubgraphs(count: number, types: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [nameOf(at), subgraph(at, count, types)]));
}

/** The first subgraph with a field more. */
export function changedSubgraph(count: number, types: number): Readonly<Record<string, string>> {
  const name = nameOf(0);
  const sdl = subgraph(0, count, types);
  return { [name]: sdl.replace('  name: String ', `  revision: Int ${sharing(name)}\n  name: String `) };
}

function subgraph(at: number, count: number, types: number): string {
  const name = nameOf(at);
  const before = (at + count - 1) % count;
  const own = Array.from({ length: types - 1 }, (_, number) => entity(name, typeOf(at, number)));
  const contributed = `type ${typeOf(before, 0)} @key(fields: "id") {\n  id: ID! ${sharing(nameOf(before))}\n  "Of ${name} (贡献)."\n  of${typeOf(at, 0)}: [${typeOf(at, 0)}!] ${sharing(name, 'records')}\n}`;
  return [head(name), ...own, contributed].join('\n\n');
}

function entity(owner: string, type: string): string {
  const field = type.charAt(0).toLowerCase() + type.slice(1);
  const fields = ['id: ID!', 'name: String', 'code: String', 'number: Int', 'price: Float', 'active: Boolean', `parent: ${type}`, `successors: [${type}!]`];
  return `"A thing (物, 5.4.3 c) of ${owner}."
type ${type} @key(fields: "id") {
${fields.map((each) => `  ${each} ${sharing(owner)}`).join('\n')}
}

extend type Query {
  "物 (5.4.3 c), by id."
  ${field}(id: ID!): ${type} ${sharing(owner)}
}`;
}

/** Everything but the types: links, the specification of the terms, what all subgraphs have. */
const heads = new Map<string, string>();
function head(owner: string): string {
  const known = heads.get(owner);
  if (known !== undefined) return known;
  const source = { owner, documents: [parse('scalar BenchOnly')] };
  const text = print(subgraphDocument(source, [source], parse(sharingSdl))).replace('scalar BenchOnly', '');
  heads.set(owner, text);
  return text;
}

function sharing(owner: string, element?: string): string {
  return `@sharing(owner: "${owner}", terms: "all", class: UNCONDITIONAL, audience: ${audience}, ${element === undefined ? '' : `element: "${element}", `}grade: GENERAL, freshness: "P1D")`;
}

function nameOf(at: number): string {
  return `owner-${String(at + 1).padStart(3, '0')}`;
}

function typeOf(at: number, number: number): string {
  return `Thing${String(at + 1).padStart(3, '0')}X${number}`;
}
