import { trustedRoots } from '@hub/kernel/time-stamps/trusted-roots.js';
import { CommandRefused } from '../command-refused.js';

/** The roots of a file that was named; undefined where none was. @throws CommandRefused */
export function rootsOf(path: string | undefined): Uint8Array[] | undefined {
  if (path === undefined) return undefined;
  try {
    return trustedRoots(path);
  } catch (error) {
    throw new CommandRefused(`--roots ${path} is no file with certificates in PEM (${(error as Error).message}).`);
  }
}
