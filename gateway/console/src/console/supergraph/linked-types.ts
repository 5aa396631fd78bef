import type { SupergraphPictureQuery } from '../../generated/operations';

export type PictureResource = NonNullable<SupergraphPictureQuery['resourceCatalog']>[number];

/** Fields of one owner's entity that another owner gives. */
export interface Contribution {
  readonly by: string;
  readonly to: string;
  /** Names without their type. */
  readonly fields: readonly string[];
}

/** A field of one entity that leads to another. */
export interface Reference {
  readonly from: string;
  readonly to: string;
  readonly fields: readonly string[];
}

/** Who contributes fields to whose entities. */
export function contributionsOf(resources: readonly PictureResource[]): Contribution[] {
  return resources.flatMap(({ type, owner, fields }) => {
    const others = [...new Set(fields.map((field) => field.owner))].filter((other) => other !== owner);
    return others.map((by) => ({ by, to: type, fields: fields.filter((field) => field.owner === by).map(({ coordinate }) => nameIn(coordinate)) }));
  });
}

/** Which entities lead to which, by the types of their fields. */
export function referencesOf(resources: readonly PictureResource[]): Reference[] {
  const known = new Set(resources.map(({ type }) => type));
  return resources.flatMap(({ type: from, fields }) => {
    const named = fields.map(({ coordinate, type }) => ({ name: nameIn(coordinate), to: type.replaceAll(/[[\]!]|Connection/g, '') }));
    const targets = [...new Set(named.map(({ to }) => to))].filter((to) => known.has(to) && to !== from);
    return targets.map((to) => ({ from, to, fields: named.filter((field) => field.to === to).map(({ name }) => name) }));
  });
}

function nameIn(coordinate: string): string {
  return coordinate.split('.')[1] ?? coordinate;
}
