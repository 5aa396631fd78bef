import { type ConstDirectiveNode, Kind, type ObjectTypeDefinitionNode, type ObjectTypeExtensionNode, parse, valueFromASTUntyped } from 'graphql';

/** An act as its terms have it (directive @act). */
export interface StateAct {
  readonly name: string;
  readonly on: string | undefined;
  readonly from: readonly string[];
  /** Who may do it: `MONITORING_CENTER SAMPLER, STOREKEEPER`. */
  readonly by: readonly string[];
}

/** What an owner's SDL says of a type that has states. */
export interface StatefulType {
  readonly name: string;
  /** 中文 term, where the description gives one. */
  readonly term: string;
  readonly stateEnum: string;
  /** States with their 中文 names. */
  readonly states: ReadonlyMap<string, string>;
}

export interface StateContract {
  readonly owner: string;
  readonly types: ReadonlyMap<string, StatefulType>;
  readonly acts: readonly StateAct[];
}

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** Reads the states, and the acts that lead from them, off an owner's published SDL. */
export function readStateContract(owner: string, sdl: string): StateContract {
  const { definitions } = parse(sdl);
  const enums = new Map(definitions.flatMap((node) => (node.kind === Kind.ENUM_TYPE_DEFINITION ? [[node.name.value, node] as const] : [])));
  const objects = definitions.filter((node): node is ObjectNode => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION);
  const types = new Map<string, StatefulType>();
  for (const node of objects) {
    const type = node.fields?.find(({ name }) => name.value === 'state')?.type;
    const named = type?.kind === Kind.NON_NULL_TYPE ? type.type : type;
    const stateEnum = named?.kind === Kind.NAMED_TYPE ? enums.get(named.name.value) : undefined;
    if (!stateEnum) continue;
    types.set(node.name.value, {
      name: node.name.value,
      term: node.kind === Kind.OBJECT_TYPE_DEFINITION ? termIn(node.description?.value) : '',
      stateEnum: stateEnum.name.value,
      states: new Map((stateEnum.values ?? []).map((value) => [value.name.value, termIn(value.description?.value)])),
    });
  }
  const acts = objects
    .filter(({ name }) => name.value === 'Mutation')
    .flatMap(({ fields = [] }) => fields)
    .flatMap(({ name, directives = [] }) => {
      const act = directives.find((directive) => directive.name.value === 'act');
      return act ? [readAct(name.value, act)] : [];
    });
  return { owner, types, acts };
}

function readAct(name: string, directive: ConstDirectiveNode): StateAct {
  const { on, from, audience = [] } = Object.fromEntries(
    (directive.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
  ) as { on?: string; from?: string[]; audience?: { kinds: string[]; roles?: string[] }[] };
  const by = audience.map(({ kinds, roles = [] }) => `${kinds.join(', ')} ${roles.join(', ')}`.trim());
  return { name, on, from: from ?? [], by: [...new Set(by)] };
}

/** The first 中文 words of a description. */
function termIn(description = ''): string {
  return /\p{Script=Han}[\p{Script=Han}（）、]*/u.exec(description)?.[0] ?? '';
}
