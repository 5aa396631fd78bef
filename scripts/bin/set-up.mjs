// What every command needs first: the packages of the lock file and a complete build. Costs next to nothing when both are there.
import './quiet-environment.mjs';
import './node-version.mjs';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './fingerprint.mjs';
import { isInstalled } from './installed.mjs';
import { npmCommand } from './npm-command.mjs';
import { runStep } from './run-step.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const buildStamp = join(root, 'node_modules', '.hub-build.json');

/** Installs and builds what is missing; with `toStandardError` standard output stays free for a result. Ends the process if that fails. */
export async function setUp({ toStandardError = false } = {}) {
  if (!isInstalled(root)) {
    await takeStep({
      title: 'Installing the packages of package-lock.json (npm ci)',
      command: npmCommand('ci', '--include=dev', '--no-audit', '--no-fund'),
      advice:
        'Packages come from the npm registry that `npm config get registry` names: check the network or the proxy, and that this folder may be written; then run the same command again.',
      killAfter: 1500, // on a signal npm would finish its whole installation; the next run begins anew anyway
      toStandardError,
    });
  }
  const before = fingerprint(root);
  if (isBuilt(before)) return;
  const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  await takeStep({
    title: 'Building (turbo run build)',
    command: [process.execPath, [turbo, 'run', 'build', '--ui=stream', '--output-logs=errors-only']],
    advice: 'Mend what the lines above name and run the same command again.',
    toStandardError,
  });
  writeFileSync(buildStamp, JSON.stringify({ sources: before.sources, outputs: fingerprint(root).outputs }));
}

function isBuilt({ sources, outputs }) {
  if (!existsSync(buildStamp)) return false;
  const last = JSON.parse(readFileSync(buildStamp, 'utf8'));
  return last.sources === sources && last.outputs === outputs;
}

async function takeStep({ title, command, advice, ...options }) {
  const say = options.toStandardError ? console.error : console.log;
  const begin = Date.now();
  say(`${title} …`);
  const code = await runStep(...command, { cwd: root, ...options });
  if (code !== 0) {
    console.error(`${title} failed with exit code ${code}.\n${advice}`);
    process.exit(code);
  }
  say(`${title}: done in ${((Date.now() - begin) / 1000).toFixed(1)} s`);
}
