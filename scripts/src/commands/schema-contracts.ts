import { withExitCode } from '../exit-code.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';

interface Contracts {
  /** Of the supergraph. */
  readonly version: number;
  readonly contracts: readonly { readonly variant: string; readonly contentHash: string | null; readonly problem: string | null }[];
}

/** Prints the contracts of the supergraph in force, each with its hash or with why there is none. */
export function schemaContracts(options: RegistryOptions): Promise<void> {
  return withExitCode(async () => {
    const { version, contracts } = await (await registryAt(options)).get<Contracts>('/registry/contracts');
    if (options.json) console.log(JSON.stringify({ version, contracts }, null, 2));
    else {
      console.log(`Contracts of version ${version} of the supergraph:`);
      for (const { variant, contentHash, problem } of contracts) console.log(`  ${variant.padEnd(18)} ${contentHash ?? `none: ${problem ?? ''}`}`);
    }
    return 0;
  }, options);
}
