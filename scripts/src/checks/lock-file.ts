import type { Finding } from './finding.js';
import type { SourceTree } from './source-tree.js';

interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
  readonly link?: boolean;
}

const lockFile = 'package-lock.json';

/**
 * Whether `npm ci` can install the lock file on every platform: it names each dependency of each package, binaries of
 * other platforms included, and no host, so that each user's own registry serves it.
 */
export function checkLockFile(tree: SourceTree): Finding[] {
  const { packages } = JSON.parse(tree.read(lockFile)) as { packages: Record<string, LockedPackage> };
  return Object.entries(packages).flatMap(([path, locked]) => {
    const wanted = Object.keys({ ...locked.dependencies, ...locked.optionalDependencies });
    const missing = wanted.filter((name) => !isFound(name, path, packages));
    return [
      ...missing.map((name) => ({ place: lockFile, message: `${path || 'The root'} needs ${name}, which is not locked; make the lock file anew.` })),
      ...(locked.resolved && !locked.link ? [{ place: lockFile, message: `${path} names a host; set omit-lockfile-registry-resolved and make the lock file anew.` }] : []),
    ];
  });
}

/** Looks where Node would: in the package's own node_modules, then in those of the folders above. */
function isFound(name: string, path: string, packages: Readonly<Record<string, LockedPackage>>): boolean {
  if (packages[path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`]) return true;
  if (path === '') return false;
  const above = path.lastIndexOf('/node_modules/');
  return isFound(name, above === -1 ? '' : path.slice(0, above), packages);
}
