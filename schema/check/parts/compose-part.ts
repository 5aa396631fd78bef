import { composeSubgraphs, type Composed } from '../compose-subgraphs.js';
import { readOwnerContract } from '../../policy/lint/owner-contract.js';
import type { PublishedContract } from '../read-published.js';
import type { RegisteredOperation } from '../refused-operations.js';
import { affectedTypes } from './affected-types.js';
import { alwaysSatisfiable } from './always-satisfiable.js';
import { changedTypes } from './changed-types.js';
import { cutSubgraph, takesPart } from './cut-subgraph.js';
import { isPlainFederation } from './plain-federation.js';
import { subgraphTypes } from './subgraph-types.js';
import { withOperations } from './with-operations.js';

/** What a change concerns, composed as it was and as it would be. */
export interface ComposedPart {
  readonly before: Composed;
  readonly after: Composed;
  /** The operations that the change may come to refuse, all of what they ask for being composed; the others it leaves as they are. */
  readonly operations: readonly RegisteredOperation[];
}

/**
 * Composes only what a change concerns: to the same findings as composition of everything would come to, and to the same changes of what clients see, in a
 * fraction of the time where there are many subgraphs.
 *
 * @param before what is in force, and composes
 * @param operations what clients were built with
 * @returns undefined where the change may concern everything, or its effects cannot be told by a part: then everything must be composed
 */
export function composePart(before: readonly PublishedContract[], after: readonly PublishedContract[], operations: readonly RegisteredOperation[] = []): ComposedPart | undefined {
  if (![...before, ...after].every(isPlainFederation)) return undefined;
  const change = changedTypes(before, after);
  if (!change) return undefined;
  const changedContracts = before.filter((contract) => !after.includes(contract));
  const subgraphs = [...changedContracts, ...after].map(subgraphTypes);
  const alone = affectedTypes(change, subgraphs);
  const asked = withOperations(change, alone, subgraphs, operations);
  const affected = asked.operations.length > 0 ? affectedTypes(asked.change, subgraphs) : alone;
  const taking = new Set(subgraphs.filter((subgraph) => takesPart(subgraph, affected)).map(({ owner }) => owner));

  const part = (contracts: readonly PublishedContract[]) => composeSubgraphs(contracts.filter(({ owner }) => taking.has(owner)).map((contract) => cut(contract, affected)), { satisfiable: true });
  const was = part(before);
  if (was.findings.length > 0 || !was.apiSchema) return undefined;
  const is = part(after);
  const whole = is.supergraphSdl !== undefined && (is.findings.some(({ kind }) => kind === 'TERMS_LOST') || !alwaysSatisfiable(after.map(subgraphTypes)));
  return whole ? undefined : { before: was, after: is, operations: asked.operations };
}

function cut(contract: PublishedContract, affected: Parameters<typeof cutSubgraph>[1]): PublishedContract {
  const document = cutSubgraph(subgraphTypes(contract), affected);
  return { ...readOwnerContract(contract.owner, document, document), sdl: contract.sdl };
}
