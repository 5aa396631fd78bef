import { CommandRefused } from '../command-refused.js';
import { checkAt } from '../schema/check-at.js';
import { withExitCode } from '../exit-code.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';
import type { SchemaProposal } from '../schema/schema-proposal.js';
import type { SchemaVersion } from '../schema/schema-version.js';
import { countsInWords, tellFindings } from '../schema/tell-findings.js';

export interface SchemaPublishOptions extends RegistryOptions {
  readonly reason?: string;
  readonly allBuilt: boolean;
  /** The id of an approved proposal. */
  readonly proposal?: string;
}

/** Checks a schema and, where it is green, publishes it against just what it was checked against. */
export function schemaPublish(subgraph: string | undefined, path: string | undefined, options: SchemaPublishOptions): Promise<void> {
  return withExitCode(async () => {
    const { reason, allBuilt, proposal: proposalId, json } = options;
    if (proposalId !== undefined) {
      const proposal = await (await registryAt(options)).post<SchemaProposal>('/registry/proposal-publications', { proposalId });
      const put = [...proposal.versions.map(({ subgraph: name, version }) => ({ name, version })), ...proposal.codeListVersions.map(({ list, version }) => ({ name: list.id, version }))];
      const versions = put.map(({ name, version }) => `${name}: version ${version} is in force.`);
      console.log(json ? JSON.stringify(proposal, null, 2) : versions.join('\n'));
      return 0;
    }
    if (!reason) throw new CommandRefused('Say why, for those who read the history: --reason "…".');
    if (allBuilt) {
      const version = await (await registryAt(options)).post<SchemaVersion>('/registry/built', { reason });
      console.log(json ? JSON.stringify(version, null, 2) : `What comes with the hub is in force: version ${version.version} of the supergraph.`);
      return 0;
    }
    if (subgraph === undefined || path === undefined) throw new CommandRefused('Name the subgraph and its file or folder, --proposal for what was proposed and approved, or --all-built for what comes with this edition of the hub.');
    const registry = await registryAt(options);
    const { schema, check } = await checkAt(registry, subgraph, path);
    if (!json) tellFindings(check.findings, schema.placeOf);
    if (check.status !== 'GREEN') {
      console.log(json ? JSON.stringify(check, null, 2) : `${subgraph}: nothing was published; ${countsInWords(check.findings)}.`);
      return 1;
    }
    const version = await registry.post<SchemaVersion>('/registry/publications', { subgraph, sdl: schema.sdl, reason, expectedVersion: check.baseVersion });
    console.log(json ? JSON.stringify(version, null, 2) : `${subgraph}: version ${version.version} is in force.`);
    return 0;
  }, options);
}
