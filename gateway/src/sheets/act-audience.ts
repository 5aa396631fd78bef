import { Kind, parse, valueFromASTUntyped } from 'graphql';

/** A clause of who may do an act: kinds of parties, and roles; all roles where it names none. */
export interface ActAudience {
  readonly kinds: readonly string[];
  readonly roles?: readonly string[];
}

let read: { readonly sdl: string; readonly audiences: ReadonlyMap<string, readonly ActAudience[]> } | undefined;

/** Who may do an act by the terms of a supergraph (@act); nobody that it tells of where it has none. Read once for each supergraph. */
export function actAudience(supergraphSdl: string, act: string): readonly ActAudience[] {
  if (read?.sdl !== supergraphSdl) read = { sdl: supergraphSdl, audiences: audiencesIn(supergraphSdl) };
  return read.audiences.get(act) ?? [];
}

function audiencesIn(sdl: string): ReadonlyMap<string, readonly ActAudience[]> {
  const mutations = parse(sdl, { noLocation: true }).definitions.flatMap((each) => (each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === 'Mutation' ? (each.fields ?? []) : []));
  return new Map(
    mutations.map(({ name, directives = [] }) => {
      const audience = directives.find((directive) => directive.name.value === 'act')?.arguments?.find((argument) => argument.name.value === 'audience');
      const clauses = audience ? (valueFromASTUntyped(audience.value) as readonly ActAudience[]) : [];
      return [name.value, clauses.map(({ kinds, roles }) => ({ kinds, ...(roles && { roles }) }))];
    }),
  );
}
