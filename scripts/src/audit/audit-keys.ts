import { auditKey } from '@hub/kernel/audit/audit-key.js';
import { CommandRefused } from '../command-refused.js';
import { readFileOrAddress } from '../read-file-or-address.js';

type Keys = Awaited<ReturnType<ReturnType<typeof auditKey>['jwks']>>;

/**
 * The public halves of the keys that sealed the logs: of the hub's folder, or of a file or an address where the databases are looked at elsewhere.
 * @throws CommandRefused
 */
export async function auditKeys(dataDir: string, file: string | undefined): Promise<Keys> {
  try {
    if (file === undefined) return await auditKey(dataDir).jwks();
    const { keys } = JSON.parse(await readFileOrAddress(file)) as Partial<Keys>;
    if (!Array.isArray(keys)) throw new Error('it has no "keys"');
    return { keys };
  } catch (error) {
    const where = file ?? `${dataDir}/audit-key.json`;
    throw new CommandRefused(`The audit keys cannot be read from ${where} (${(error as Error).message}). Set HUB_DATA_DIR to the folder of the hub, or name a file or an address with --keys.`);
  }
}
