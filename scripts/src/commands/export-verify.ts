import { readFile } from 'node:fs/promises';
import { exportFileNames } from '@hub/client/exports/export-file-names.js';
import { verifyExport } from '@hub/client/exports/verify-export.js';
import { keyThumbprint } from '@hub/kernel/identity/key-thumbprint.js';
import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';
import { readFileOrAddress } from '../read-file-or-address.js';

export interface ExportVerifyOptions {
  readonly keys?: string;
  readonly json: boolean;
}

/** Checks an exported file by the manifest beside it, without a hub. The exit code is 0 where it is whole, 1 where not, 2 where something cannot be read, 3 for wrong input. */
export function exportVerify(file: string, { keys, json }: ExportVerifyOptions): Promise<void> {
  return withExitCode(async () => {
    const names = exportFileNames(file);
    const [manifest, signature] = await Promise.all([names.manifest, names.signature].map(readBeside));
    const set = await keysAt(keys === undefined ? names.keys : /^https?:\/\/[^/]+\/?$/.test(keys) ? new URL('/.well-known/export-keys.json', keys).href : keys);
    const verdict = await verifyExport({ file, manifest: manifest ?? '', signature: signature ?? '', keys: set });
    if (json) console.log(JSON.stringify(verdict, null, 2));
    else console.log([...inWords(file, verdict), ...(keys === undefined ? [await ownKeys(set)] : [])].join('\n'));
    return verdict.valid ? 0 : 1;
  });
}

function inWords(file: string, { valid, problems, manifest }: Awaited<ReturnType<typeof verifyExport>>): string[] {
  if (!valid || !manifest) return [`${file} is not whole:`, ...problems.map((each) => `  ${each}`)];
  const { list, rows, asker, purpose, finished } = manifest;
  return [`${file} is whole: ${rows} rows of ${list}, given to ${asker.userId} of ${asker.partyId} as ${asker.role}${purpose === null ? '' : ` for ${purpose}`}, up to ${finished}.`];
}

async function ownKeys({ keys }: { readonly keys: readonly object[] }): Promise<string> {
  const thumbprints = await Promise.all(keys.map((key) => keyThumbprint(key as never)));
  return `Checked by the keys that lie beside the file: whoever can change one can change both. Compare with the hub's (${thumbprints.join(', ')}), or name it with --keys.`;
}

async function readBeside(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: Error) => {
    throw new CommandRefused(`${path} cannot be read (${error.message}). Lay the manifest and its signature beside the file, as they were exported.`);
  });
}

async function keysAt(place: string): Promise<{ keys: object[] }> {
  try {
    const set = JSON.parse(await readFileOrAddress(place)) as { keys?: unknown } | null;
    if (Array.isArray(set?.keys)) return set as { keys: object[] };
    throw new Error('it is no JSON Web Key Set');
  } catch (error) {
    throw new CommandRefused(`The keys cannot be read from ${place} (${(error as Error).message}). Name a file or an address of keys (JWKS), or that of the hub, such as --keys https://hub.example.cn.`);
  }
}
