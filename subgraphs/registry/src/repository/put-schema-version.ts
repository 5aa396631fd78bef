import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { attestedText } from '@hub/kernel/terms-in-force/attested-text.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { owners } from '@hub/prisma/owner.js';
import type { RegistryTransaction } from './database.js';

const holder = 'registry';

/** What becomes the next version of a subgraph's schema, or of the supergraph. */
export interface NewSchemaVersion {
  readonly subgraph: string;
  readonly sdl: string;
  /** The version in force; 0 before the first. */
  readonly after: number;
  readonly reason: string | null;
  readonly checkId?: string | null;
  readonly proposalId?: string | null;
  readonly promotedFromId?: string;
  readonly composedOfIds?: readonly string[];
  /** Whether it comes with the hub: the next edition follows it, whoever has published it. */
  readonly ofHub?: boolean;
}

/** Makes a text the next version, hashed and signed, and tells it (5.4.3 c). Whoever calls holds the registry to one publication at a time. @returns the id of the version */
export async function putSchemaVersion(unit: UnitOfWork<RegistryTransaction>, given: NewSchemaVersion, keyFile: KeyFile): Promise<string> {
  const { subgraph, sdl, after, reason, checkId = null, proposalId = null, promotedFromId = null, composedOfIds = [], ofHub = false } = given;
  const contentHash = sha256(sdl);
  const version = after + 1;
  const key = await keyFile.key();
  const attestation = await signDetached(key, attestedText({ subgraph, version, contentHash }));
  await unit.tx.schemaText.createMany({ data: [{ contentHash, sdl }], skipDuplicates: true });
  const { id } = await unit.tx.schemaVersion.create({
    data: {
      ...{ subgraph, version, contentHash, attestation, reason, checkId, proposalId, promotedFromId, holder },
      publishedAt: unit.now,
      published: { ...actRecord(unit), ...(ofHub && { ofHub }) },
      composedOfIds: [...composedOfIds],
      signature: await signDetached(key, sdl),
    },
  });
  tellSchemaVersion(unit, { id, subgraph, version, contentHash, attestation, sdl });
  return id;
}

/** What is told of a version: to whose schema it is the text besides, so that it need not ask for what it is to enforce. */
export function tellSchemaVersion(
  unit: UnitOfWork<RegistryTransaction>,
  { id, subgraph, version, contentHash, attestation, sdl }: { id: string; subgraph: string; version: number; contentHash: string; attestation: string; sdl: string },
): void {
  const told = { id, subgraph, version, contentHash };
  const receivers = owners.filter((owner) => owner !== 'registry' || subgraph === 'registry');
  unit.emit({
    kind: 'SchemaPublished',
    subjectType: 'SchemaVersion',
    subjectId: id,
    stamps: stampsOf({ holder }),
    receivers: Object.fromEntries(receivers.map((owner) => [owner, owner === subgraph ? { ...told, sdl, attestation } : told])),
  });
}
