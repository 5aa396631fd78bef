import {
  Kind,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** The documents of one owner, as written. */
export interface OwnerSource {
  readonly owner: string;
  readonly documents: readonly DocumentNode[];
}

/**
 * Writes every field's terms in full, as composition needs them: names and type defaults are replaced by `@sharing`,
 * structures by `@structural`, and a stub's keys take the terms of their owner.
 *
 * @throws Error that lists every field without terms, every unknown name and every stub of an unknown key.
 */
export function expandTerms(source: OwnerSource, sources: readonly OwnerSource[]): DefinitionNode[] {
  const findings: string[] = [];
  const definitions = source.documents.flatMap((document) => document.definitions);
  const named = namedTerms(definitions);
  const expanded = definitions
    .filter((definition) => !isTermsExtension(definition))
    .map((definition) => (isObject(definition) ? expandObject(definition) : definition));
  if (findings.length > 0) throw new Error(`${source.owner}:\n  ${findings.join('\n  ')}`);
  return expanded;

  function expandObject(type: ObjectNode): ObjectNode {
    const stubOwner = stringArgument(directive(type, 'stub'), 'owner');
    const fields = (type.fields ?? []).map((field) => expandField(type, field, stubOwner));
    return {
      ...type,
      directives: without(type.directives, ['stub', 'defaultTerms', 'structure']),
      fields,
    };
  }

  function expandField(type: ObjectNode, field: FieldDefinitionNode, stubOwner: string | undefined): FieldDefinitionNode {
    const coordinate = `${type.name.value}.${field.name.value}`;
    const shared = directive(field, 'shared');
    const act = directive(field, 'act');
    const rest = without(field.directives, ['shared', 'act']);
    if (act) return { ...field, directives: [...rest, withOwner(act, source.owner)] };
    if (directive(type, 'structure')) return { ...field, directives: [...rest, simple('structural')] };
    if (stubOwner !== undefined && !shared) {
      const owner = sources.find((candidate) => candidate.owner === stubOwner);
      const terms = owner && ownTerms(owner, coordinate);
      if (!terms) findings.push(`${coordinate}: ${stubOwner} has no terms for this key`);
      return { ...field, directives: terms ? [...rest, terms] : rest };
    }
    const terms = fullTerms(source.owner, named, type, shared);
    if (typeof terms === 'string') findings.push(`${coordinate}: ${terms}`);
    return { ...field, directives: typeof terms === 'string' ? rest : [...rest, terms] };
  }
}

/** The terms that an owner gives a field of one of its own types. */
function ownTerms(source: OwnerSource, coordinate: string): ConstDirectiveNode | undefined {
  const definitions = source.documents.flatMap((document) => document.definitions);
  const [typeName, fieldName] = coordinate.split('.');
  for (const type of definitions) {
    if (!isObject(type) || type.name.value !== typeName || directive(type, 'stub')) continue;
    const field = type.fields?.find((candidate) => candidate.name.value === fieldName);
    if (!field) continue;
    // Of an owner that is known by what it publishes, the terms are in full already.
    const published = directive(field, 'sharing');
    if (published && stringArgument(published, 'owner') === source.owner) return published;
    const terms = fullTerms(source.owner, namedTerms(definitions), type, directive(field, 'shared'));
    return typeof terms === 'string' ? undefined : terms;
  }
  return undefined;
}

function fullTerms(
  owner: string,
  named: ReadonlyMap<string, ConstDirectiveNode>,
  type: ObjectNode,
  shared: ConstDirectiveNode | undefined,
): ConstDirectiveNode | string {
  const byDefault = directive(type, 'defaultTerms');
  const name = stringArgument(shared, 'terms') ?? stringArgument(byDefault, 'name');
  if (name === undefined) return 'no terms; name them with @shared(terms: …) or give the type @defaultTerms';
  const terms = named.get(name);
  if (!terms) return `terms "${name}" are not defined by this owner`;
  const saysItself = shared?.arguments?.map((argument) => argument.name.value) ?? [];
  return {
    ...simple('sharing'),
    arguments: [
      stringNode('owner', owner),
      stringNode('terms', name),
      ...(terms.arguments ?? []).filter((argument) => argument.name.value !== 'name' && !saysItself.includes(argument.name.value)),
      ...(shared?.arguments ?? []).filter((argument) => argument.name.value !== 'terms'),
      ...(stringArgument(shared, 'freshness') === undefined ? (byDefault?.arguments ?? []).filter((argument) => argument.name.value === 'freshness') : []),
    ],
  };
}

function namedTerms(definitions: readonly DefinitionNode[]): ReadonlyMap<string, ConstDirectiveNode> {
  const named = new Map<string, ConstDirectiveNode>();
  for (const definition of definitions.filter(isTermsExtension)) {
    for (const terms of definition.directives ?? []) {
      const name = stringArgument(terms, 'name') ?? '';
      if (named.has(name)) throw new Error(`Terms "${name}" are defined twice; give one of them another name.`);
      named.set(name, terms);
    }
  }
  return named;
}

function isTermsExtension(definition: DefinitionNode): definition is DefinitionNode & { kind: Kind.SCHEMA_EXTENSION } {
  return definition.kind === Kind.SCHEMA_EXTENSION && !!directive(definition, 'terms');
}

function isObject(definition: DefinitionNode): definition is ObjectNode {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION;
}

function directive(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): ConstDirectiveNode | undefined {
  return node.directives?.find((candidate) => candidate.name.value === name);
}

function without(directives: readonly ConstDirectiveNode[] | undefined, names: readonly string[]): ConstDirectiveNode[] {
  return (directives ?? []).filter((candidate) => !names.includes(candidate.name.value));
}

function withOwner(act: ConstDirectiveNode, owner: string): ConstDirectiveNode {
  return { ...act, arguments: [stringNode('owner', owner), ...(act.arguments ?? [])] };
}

function simple(name: string): ConstDirectiveNode {
  return { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: name } };
}

function stringNode(name: string, value: string) {
  return {
    kind: Kind.ARGUMENT as const,
    name: { kind: Kind.NAME as const, value: name },
    value: { kind: Kind.STRING as const, value },
  };
}

function stringArgument(node: ConstDirectiveNode | undefined, name: string): string | undefined {
  const value = node?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
