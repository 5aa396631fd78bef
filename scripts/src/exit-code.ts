import { CommandRefused } from './command-refused.js';
import { RegistryRefused } from './schema/registry-at.js';
import { inWords } from './tell-failure.js';

/** Runs a command and ends with what it found: 0 ok, 1 refused or at fault, 2 timed out, unreachable or unexpected, 3 wrong input. */
export async function withExitCode(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    console.error(inWords(error));
    process.exitCode = error instanceof RegistryRefused ? 1 : error instanceof CommandRefused ? 3 : 2;
  }
}
