import { Kind, parse, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';

/** What a contract shows: names of questions, acts and subscriptions, and types with their fields. */
export interface ContractContents {
  readonly questions: readonly string[];
  readonly acts: readonly string[];
  readonly subscriptions: readonly string[];
  /** With the 中文 term of each, where its description has one. */
  readonly types: readonly { readonly name: string; readonly zh: string | undefined; readonly fields: readonly string[] }[];
}

/** Reads off the SDL of a contract what is not `@inaccessible` (Apollo Federation 2), by name; what only joins subgraphs or makes pages and outcomes is left out. */
export function contentsOf(supergraphSdl: string): ContractContents {
  const shown = new Map<string, { readonly zh: string | undefined; readonly fields: readonly string[] }>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || isHidden(definition) || definition.name.value.includes('__')) continue;
    const fields = (definition.fields ?? []).filter((field) => !isHidden(field)).map(({ name }) => name.value);
    if (fields.length > 0) shown.set(definition.name.value, { zh: /\p{Script=Han}[\p{Script=Han}、]*/u.exec(definition.description?.value ?? '')?.[0], fields: fields.toSorted() });
  }
  const roots = ['Query', 'Mutation', 'Subscription'];
  const [questions = [], acts = [], subscriptions = []] = roots.map((root) => shown.get(root)?.fields ?? []);
  const types = [...shown].filter(([name]) => !roots.includes(name) && !/(Connection|Edge|Payload|Outcome|^PageInfo)$/.test(name)).map(([name, told]) => ({ name, ...told }));
  return { questions, acts, subscriptions, types: types.toSorted((one, other) => one.name.localeCompare(other.name, 'en')) };
}

function isHidden({ directives = [] }: ObjectTypeDefinitionNode | FieldDefinitionNode): boolean {
  return directives.some(({ name }) => name.value === 'inaccessible');
}
