import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether node_modules holds what package-lock.json names. npm notes what it installed in node_modules/.package-lock.json,
 * so that an install by hand counts as well as ours.
 */
export function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (!wanted) throw new Error('package-lock.json is missing or broken; bring it back with `git checkout package-lock.json`.');
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!present) return false;
  return Object.keys(wanted).every((path) => path === '' || isSame(wanted[path], present[path]));
}

function isSame(wanted, present) {
  if (!present) return wanted.optional === true; // binaries of other platforms are never installed
  if (wanted.link) return present.link === true && present.resolved === wanted.resolved;
  return (
    present.version === wanted.version &&
    present.integrity === wanted.integrity &&
    JSON.stringify(present.bin) === JSON.stringify(wanted.bin)
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
