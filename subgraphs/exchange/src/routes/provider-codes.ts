import type { OwnOperations } from '@hub/kernel/service/own-operations.js';
import type { GovernmentRegistration } from '@hub/schema/catalogue/as-government-catalogue.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { PartyKind } from '@hub/schema/policy/terms/vocabulary.js';
import type { GraphQLFormattedError } from 'graphql';

const document = `query ($after: String) {
  participants(first: 100, after: $after, filter: { kind: [REGULATOR, MONITORING_CENTER, DEPARTMENT] }) { nodes { kind uscc state } pageInfo { hasNextPage endCursor } } }`;

interface Page {
  readonly nodes: readonly { readonly kind: PartyKind; readonly uscc: string | null; readonly state: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The codes, or why they cannot be given. */
export type ProviderCodes =
  | { readonly providers: GovernmentRegistration['providers']; readonly errors?: undefined }
  | { readonly providers?: undefined; readonly errors: readonly GraphQLFormattedError[] };

/**
 * The unified social credit codes of the authorities (政务部门) that hold resources, by kind, as the register gives them to the caller: 信息资源提供方代码. Labs, platforms and firms are none. Where any is refused
 * or cannot be read, none is given: a list that lacks some would pass for the whole.
 */
export async function providerCodes(operate: OwnOperations, asking: { readonly caller: Caller; readonly locale: Locale }): Promise<ProviderCodes> {
  const codes: Partial<Record<PartyKind, string[]>> = {};
  let after: string | null = null;
  do {
    const { data, errors = [] } = await operate({ ...asking, document, variables: { after } });
    const page = data?.['participants'] as Page | null | undefined;
    if (!page || errors.length > 0) return { errors };
    for (const { kind, uscc, state } of page.nodes) if (uscc !== null && state === 'ACTIVE') (codes[kind] ??= []).push(uscc);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return { providers: Object.fromEntries(Object.entries(codes).map(([kind, each]) => [kind, each.sort()])) };
}
