import { Kind, type InputObjectTypeDefinitionNode, type InputValueDefinitionNode } from 'graphql';
import { contract, fieldOf, named } from './contract.js';
import { isKeptInCentre, isReadBeyondCentre } from './read-beyond-centre.js';

/** A field of an act's input that a mapping may fill. */
export interface InputField {
  /** Name of its scalar or enumeration. */
  readonly type: string;
  readonly list: boolean;
  /** Neither null nor left out. */
  readonly required: boolean;
  /** Whether others than centres read what it becomes. */
  readonly beyondCentre: boolean;
  /** Whether it stays in the centre, so that what is personal may become it. */
  readonly keptInCentre: boolean;
  /** Values, where it is an enumeration. */
  readonly values?: readonly string[];
}

/** The input of an act, one field to each path such as "scope.units". */
export interface ActInput {
  /** Name of the input type. */
  readonly type: string;
  readonly fields: ReadonlyMap<string, InputField>;
  /** Whether the act takes all items in one transaction where its argument `bulk` says so. */
  readonly bulk: boolean;
  /** Objects within that must be there even when nothing is in them. */
  readonly objects: readonly string[];
}

/** What the import itself fills. */
const ownFields = new Set(['idempotencyKey', 'sourceRecord']);

/** The input of an act of the hub that takes records in; undefined where there is no such act, or its items keep no source record. */
export function actInput(act: string): ActInput | undefined {
  const mutation = fieldOf('Mutation', act);
  const takes = mutation?.arguments ?? [];
  const becomes = typeOf(typeOf(mutation && named(mutation.type).name, 'outcomes'), 'value');
  const item = takes.find(({ name }) => name.value === 'items');
  const type = item && named(item.type).name;
  const input = type === undefined ? undefined : inputType(type);
  if (!type || !input?.fields?.some(({ name }) => name.value === 'sourceRecord')) return undefined;
  const fields = new Map<string, InputField>();
  const objects: string[] = [];
  collect(input, '', true);
  return { type, fields, bulk: takes.some(({ name }) => name.value === 'bulk'), objects };

  function collect(from: InputObjectTypeDefinitionNode, path: string, objectRequired: boolean): void {
    for (const each of from.fields ?? []) {
      if (path === '' && ownFields.has(each.name.value)) continue;
      const place = `${path}${each.name.value}`;
      const { name, list } = named(each.type);
      const required = objectRequired && isRequired(each);
      const within = inputType(name);
      const [field = ''] = place.split('.');
      if (!within) fields.set(place, { type: name, list, required, beyondCentre: isReadBeyondCentre(becomes, field), keptInCentre: isKeptInCentre(becomes, field), ...valuesOf(name) });
      else if (!list) {
        if (required) objects.push(place);
        collect(within, `${place}.`, required);
      }
    }
  }
}

function typeOf(type: string | undefined, member: string): string | undefined {
  const field = fieldOf(type, member);
  return field && named(field.type).name;
}

function inputType(name: string): InputObjectTypeDefinitionNode | undefined {
  return contract().definitions.find((each): each is InputObjectTypeDefinitionNode => each.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && each.name.value === name);
}

function valuesOf(name: string): { values?: string[] } {
  const found = contract().definitions.find((each) => each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === name);
  return found?.kind === Kind.ENUM_TYPE_DEFINITION ? { values: (found.values ?? []).map(({ name: value }) => value.value) } : {};
}

function isRequired({ type, defaultValue }: InputValueDefinitionNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;
}
