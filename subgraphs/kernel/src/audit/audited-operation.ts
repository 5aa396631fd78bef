import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import type { Counts } from '@hub/schema/policy/enforcement/operation-trace.js';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { sha256 } from '../hashing/sha-256.js';
import { uuidV7 } from '../sealing/uuid-v7.js';
import type { AuditEntry } from './audit-entry.js';

/** An operation that ran, as it is about to be answered. */
export interface AuditedOperation {
  readonly authority: OperationAuthority;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What its answer tells of errors. */
  readonly errors: readonly { readonly extensions?: { readonly code?: unknown } | undefined }[];
  readonly request?: string | undefined;
  readonly event?: AuditEntry['event'];
}

const hashes = new WeakMap<DocumentNode, string>();

/** The entry of an operation, without what is empty. */
export function entryOf(owner: string, selection: string, { authority, document, operation, errors, request, event }: AuditedOperation): AuditEntry {
  const { caller, trace } = authority;
  const at = new Date();
  const codes = [...new Set(errors.map(({ extensions }) => String(extensions?.code ?? 'UNCODED')))].sort();
  const { rows, refusals, acts, filters } = trace;
  const { grants } = authority;
  return {
    id: uuidV7(at),
    at: at.toISOString(),
    owner,
    user: caller.userId,
    party: caller.partyId,
    kind: caller.kind,
    role: caller.role,
    onBehalfOf: caller.onBehalfOf ?? null,
    purpose: caller.purpose ?? null,
    operation: { name: operation.name?.value ?? null, kind: operation.operation, document: hashOf(document) },
    selection,
    ...(request === undefined ? {} : { request }),
    ...(filters.length > 0 && { filters }),
    ...(isNone(rows) ? {} : { rows }),
    ...(isNone(refusals) ? {} : { refused: refusals }),
    ...(isNone(acts) ? {} : { acts }),
    ...(codes.length > 0 && { errors: codes }),
    ...(grants.length > 0 && { grants }),
    ...(event && { event, recipients: [caller.userId] }),
  };
}

function isNone(counts: Counts): boolean {
  return Object.keys(counts).length === 0;
}

function hashOf(document: DocumentNode): string {
  const hash = hashes.get(document) ?? sha256(document.loc?.source.body ?? '');
  hashes.set(document, hash);
  return hash;
}
