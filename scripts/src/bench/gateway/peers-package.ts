import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from '../../checks/run-program.js';

const folder = fileURLToPath(new URL('../../../bench-peers/', import.meta.url));

/** The package of the gateways that are measured beside ours, installed on first use as its lock file has it. @returns its folder */
export async function installedPeers(): Promise<string> {
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return folder;
  console.error('The peers are installed once; that takes some minutes and 700 MB.');
  const { code, errors } = await runProgram('npm', ['ci'], folder);
  if (code !== 0) throw new Error(`npm could not install the peers:\n${errors}`);
  return folder;
}
