import { withExitCode } from '../schema/exit-code.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';
import { versionInWords, type SchemaVersion } from '../schema/schema-version.js';

/** Prints the versions of a subgraph, or of the supergraph, latest first. */
export function schemaHistory(subgraph: string, options: RegistryOptions): Promise<void> {
  return withExitCode(async () => {
    const registry = await registryAt(options);
    const versions: SchemaVersion[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const query = new URLSearchParams({ subgraph, first: '100', ...(after !== '' && { after }) });
      const page: VersionPage = await registry.get<VersionPage>(`/registry/versions?${query}`);
      versions.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    }
    if (options.json) console.log(JSON.stringify(versions, null, 2));
    else for (const version of versions) console.log(versionInWords(version));
    return 0;
  });
}

interface VersionPage {
  readonly nodes: readonly SchemaVersion[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
