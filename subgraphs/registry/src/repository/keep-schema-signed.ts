import { signDetached, verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import { attestedText } from '@hub/kernel/terms-in-force/attested-text.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { RegistryTransaction } from './database.js';
import { tellSchemaVersion } from './put-schema-version.js';
import type { SchemaInForce } from './schemas-in-force.js';

/** Signs a version in force anew where its key was lost, or where it was published before versions were attested; owners are told, or they could not verify it. */
export async function keepSchemaSigned(unit: UnitOfWork<RegistryTransaction>, version: SchemaInForce, keyFile: KeyFile): Promise<void> {
  const { id, sdl, signature, attestation } = version;
  const jwks = await keyFile.jwks();
  const attested = attestedText(version);
  const signed = await verifyDetached(jwks, sdl, signature);
  if (signed && attestation !== null && (await verifyDetached(jwks, attested, attestation))) return;
  const key = await keyFile.key();
  const renewed = { signature: signed ? signature : await signDetached(key, sdl), attestation: await signDetached(key, attested) };
  await unit.tx.schemaVersion.update({ where: { id }, data: renewed });
  tellSchemaVersion(unit, { ...version, attestation: renewed.attestation });
}
