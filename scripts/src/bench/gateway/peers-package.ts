import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from '../../checks/run-program.js';

const folder = fileURLToPath(new URL('../../../bench-peers/', import.meta.url));

/** The package of the gateways that are measured beside ours, and tried in its place, installed on first use as its lock file has it. @returns its folder @throws Error where npm cannot install it */
export async function installedPeers(): Promise<string> {
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return folder;
  console.error('The peers are installed once; that takes some minutes and 700 MB.');
  const { code, errors } = await runProgram('npm', ['ci'], folder);
  if (code !== 0) throw new Error(`npm could not install the gateways of ${folder}; they come from the registry of npm, or a mirror of it:\n${errors}`);
  return folder;
}
