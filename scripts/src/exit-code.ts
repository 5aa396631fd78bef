import { CommandRefused } from './command-refused.js';
import { RegistryRefused } from './schema/registry-at.js';
import { inWords } from './tell-failure.js';

/**
 * Runs a command and ends with what it found: 0 ok, 1 refused or at fault, 2 timed out, unreachable or unexpected, 3 wrong input. Why it was not done is told to people, and, where a program reads the answer, as JSON, with the
 * registry's code where it has one.
 */
export async function withExitCode(command: () => Promise<number>, { json }: { readonly json: boolean } = { json: false }): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    console.error(inWords(error));
    if (json) console.log(JSON.stringify({ error: { code: error instanceof RegistryRefused ? error.code : null, message: (error as Error).message } }, null, 2));
    process.exitCode = error instanceof RegistryRefused ? 1 : error instanceof CommandRefused ? 3 : 2;
  }
}
