import type { OwnOperations } from '@hub/kernel/service/own-operations.js';
import type { GovernmentRegistration } from '@hub/schema/catalogue/as-government-catalogue.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { PartyKind } from '@hub/schema/policy/terms/vocabulary.js';

const document = `query ($after: String) {
  participants(first: 100, after: $after, filter: { kind: [REGULATOR, MONITORING_CENTER, DEPARTMENT] }) { nodes { kind uscc state } pageInfo { hasNextPage endCursor } } }`;

interface Page {
  readonly nodes: readonly { readonly kind: PartyKind; readonly uscc: string | null; readonly state: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The unified social credit codes of the authorities (政务部门) that hold resources, by kind, as the register gives them to the caller: 信息资源提供方代码. Labs, platforms and firms are none. */
export async function providerCodes(operate: OwnOperations, caller: Caller): Promise<GovernmentRegistration['providers']> {
  const codes: Partial<Record<PartyKind, string[]>> = {};
  let after: string | null = null;
  do {
    const { data } = await operate({ caller, locale: 'zh-CN', document, variables: { after } });
    const page = data?.['participants'] as Page | null | undefined;
    for (const { kind, uscc, state } of page?.nodes ?? []) if (uscc !== null && state === 'ACTIVE') (codes[kind] ??= []).push(uscc);
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return Object.fromEntries(Object.entries(codes).map(([kind, each]) => [kind, each.sort()]));
}
