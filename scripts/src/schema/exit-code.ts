import { CommandRefused } from '../command-refused.js';
import { inWords } from '../tell-failure.js';
import { RegistryAway, RegistryRefused } from './registry-at.js';

/** Runs a command about schemas and ends with what it found: 0 ok, 1 refused, 2 timed out or unreachable, 3 wrong input. */
export async function withExitCode(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const expected = error instanceof RegistryRefused || error instanceof RegistryAway;
    console.error(expected ? error.message : inWords(error));
    process.exitCode = error instanceof RegistryRefused ? 1 : error instanceof CommandRefused ? 3 : 2;
  }
}
