// Says in words, before anything else is loaded, that this Node cannot run the hub.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Whether a version such as `20.19.0` lies in a range made of `^20.19` and `>=24` joined by `||`. */
export function isSupported(version, range) {
  const [major, minor] = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const [, sign, wantedMajor, wantedMinor = '0'] = /^\s*(\^|>=)(\d+)(?:\.(\d+))?\s*$/.exec(part) || [];
    if (sign === '>=' && major > Number(wantedMajor)) return true;
    return major === Number(wantedMajor) && minor >= Number(wantedMinor);
  });
}

if (!isSupported(process.versions.node, engines.node)) {
  console.error(`The hub does not run on Node ${process.version}; it needs one of: ${engines.node}.`);
  console.error('Install Node 24 (https://nodejs.org), open a new shell and run the same command again.');
  process.exit(1);
}
