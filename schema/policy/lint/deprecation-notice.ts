import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, type GraphQLSchema } from 'graphql';

/** A field, a field of an input or a value of an enum, and why it is deprecated; null where it is not. */
export interface Deprecatable {
  readonly coordinate: string;
  readonly reason: string | null;
}

/** All of a schema that can be deprecated, but arguments. */
export function deprecatables(schema: GraphQLSchema): readonly Deprecatable[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type)) return [];
    const parts = isEnumType(type) ? type.getValues() : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values<{ readonly name: string; readonly deprecationReason?: string | null | undefined }>(type.getFields()) : [];
    return parts.map(({ name, deprecationReason }) => ({ coordinate: `${type.name}.${name}`, reason: deprecationReason ?? null }));
  });
}

/** The day from which what is deprecated may be gone, as YYYY-MM-DD: the first that its reason names; undefined where it names none. */
export function goneFrom(reason: string): string | undefined {
  const [day] = /\b\d{4}-\d{2}-\d{2}\b/.exec(reason) ?? [];
  return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : day;
}
