import type { DocumentNode } from 'graphql';
import { contractNames, contractVariants } from '../contract/contract-variants.js';
import { openToKind } from '../contract/open-to-kind.js';
import { shownSchema } from '../contract/shown-schema.js';
import { bilingualMessage } from '../errors/bilingual-message.js';
import { finding, type SchemaFinding } from './schema-finding.js';

/**
 * The contracts (数据契约) that a supergraph has and the next would not: no question would be left to parties of that kind, and gateways that serve the contract would stay with the last.
 * It closes all to them at once (5.4.3 a), and is approved by whom a narrowing is.
 */
export function lostContracts(before: DocumentNode, after: DocumentNode, owners: readonly string[]): readonly SchemaFinding[] {
  return contractNames
    .filter((name) => !isPossible(after, name) && isPossible(before, name))
    .map((name) =>
      finding({
        kind: 'NARROWED',
        code: 'CONTRACT_LOST',
        owners,
        message: bilingualMessage('FINDING_CONTRACT_LOST', { contract: name, kind: contractVariants[name] }),
      }),
    );
}

function isPossible(supergraph: DocumentNode, name: (typeof contractNames)[number]): boolean {
  return shownSchema(supergraph, (field) => openToKind(field, contractVariants[name])).types.has('Query');
}
