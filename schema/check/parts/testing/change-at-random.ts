import { Kind, parse, print, visit, type ASTNode, type DocumentNode } from 'graphql';
import type { Random } from '../../../policy/testing/random.js';

/** A list of a definition that a change may add to, take from or touch. */
type Place = { [Name in string]: unknown } & { readonly kind: string };

/** Changes a schema here and there, as its owner may come to, and sometimes to what does not compose or is no schema. @param names of types anywhere, of which a change may name one */
export function changeAtRandom(sdl: string, random: Random, names: readonly string[]): string {
  const document = parse(sdl, { noLocation: true });
  for (let count = 1 + random.below(3); count > 0; count -= 1) change(document, random, names);
  return print(document);
}

function change(document: DocumentNode, random: Random, names: readonly string[]): void {
  const places: Place[] = [];
  visit(document, {
    enter(node: ASTNode) {
      if ('name' in node && node.name && node.name.value.includes('__')) return false;
      if (node.kind === Kind.DIRECTIVE_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION || node.kind === Kind.DIRECTIVE) return false;
      if ('name' in node && node.kind !== Kind.NAMED_TYPE) places.push(node as unknown as Place);
      return undefined;
    },
  });
  const place = random.one(places);
  const list = (name: string) => place[name] as Place[];
  const drop = (name: string) => list(name).splice(random.below(list(name).length), 1);
  const typed = () => typeNode(random.one([...names, 'Int', 'String', 'Nowhere']), random);
  const fieldText = (name: string) => `${name}: ${print(typed())}`;
  const acts: (() => unknown)[] = [];
  for (const name of ['fields', 'arguments', 'values', 'types', 'interfaces', 'directives']) if (Array.isArray(place[name]) && list(name).length > 0) acts.push(() => drop(name));
  if ('type' in place) acts.push(() => (place['type'] = typed()), () => (place['type'] = nullable(place['type'] as Place)), () => (place['type'] = { kind: Kind.NON_NULL_TYPE, type: nullable(place['type'] as Place) }));
  if (Array.isArray(place['fields']) && place.kind !== String(Kind.INPUT_OBJECT_TYPE_DEFINITION)) {
    acts.push(() => list('fields').push(first(`type A { ${fieldText(`more${random.below(3)}`)} ${random.one(terms)} }`, 'fields')));
    acts.push(() => list('fields').push(first(`type A { ${fieldText(random.one(['name', 'price', 'offers', 'id']))} ${random.one(terms)} }`, 'fields')));
    acts.push(() => list('directives').push(first(`type A ${random.one(['@key(fields: "id")', '@key(fields: "code")', '@key(fields: "name")', '@shareable', '@key(fields: "id", resolvable: false)'])} { a: Int }`, 'directives')));
    acts.push(() => list('interfaces').push(first('type A implements Named { a: Int }', 'interfaces')));
  }
  if (place.kind === String(Kind.INPUT_OBJECT_TYPE_DEFINITION)) acts.push(() => list('fields').push(first(`input A { ${fieldText('more')} }`, 'fields')));
  if (place.kind === String(Kind.FIELD_DEFINITION)) acts.push(() => list('arguments').push(first(`type A { a(${fieldText('more')}): Int }`, 'fields', 'arguments')), () => list('directives').push(first(`type A { a: Int ${random.one(terms)} }`, 'fields', 'directives')));
  if (place.kind === String(Kind.ENUM_TYPE_DEFINITION)) acts.push(() => list('values').push(first(`enum A { ${random.one(['BLUE', 'MORE', 'C'])} }`, 'values')));
  if (place.kind === String(Kind.UNION_TYPE_DEFINITION)) acts.push(() => list('types').push(first(`union A = ${random.one(names)}`, 'types')));
  if (document.definitions.includes(place as never)) {
    acts.push(() => (document.definitions as unknown as Place[]).splice(document.definitions.indexOf(place as never), 1));
    acts.push(() => (document.definitions as unknown as Place[]).push(parse(`type Extra${random.below(9)} @key(fields: "id") { id: ID! @structural ${fieldText('leads')} @structural }`).definitions[0] as unknown as Place));
  }
  if (acts.length > 0) random.one(acts)();
}

const narrower = '@sharing(owner: "goods", terms: "some", class: UNCONDITIONAL, audience: [{kinds: [REGULATOR], basis: {kind: STATUTE, reference: "5.4.3"}}], grade: GENERAL)';
const terms = [narrower, narrower.replace('goods', 'shops'), narrower.replace('goods', 'trade'), '@structural', '@shareable @structural', ''];

/** The first of a list of the first definition of a text. */
function first(sdl: string, ...lists: readonly string[]): Place {
  return lists.reduce((node, list) => (node[list] as Place[])[0] ?? node, parse(sdl, { noLocation: true }).definitions[0] as unknown as Place);
}

function typeNode(name: string, random: Random) {
  const text = random.one([name, `${name}!`, `[${name}!]`]);
  const [definition] = parse(`type A { a: ${text} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OBJECT_TYPE_DEFINITION || !definition.fields?.[0]) throw new Error(text);
  return definition.fields[0].type;
}

function nullable(type: Place): Place {
  return type.kind === String(Kind.NON_NULL_TYPE) ? (type['type'] as Place) : type;
}
