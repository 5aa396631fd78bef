import { CommandRefused } from '../command-refused.js';
import { versionAt } from '../schema/check-at.js';
import { withExitCode } from '../exit-code.js';
import { listAt } from '../schema/list-at.js';
import { registryAt, type Registry, type RegistryOptions } from '../schema/registry-at.js';
import { proposalAt, proposalInWords, tellProposal, type ListedProposal, type SchemaProposalWithTexts } from '../schema/schema-proposal.js';
import { tellCodeDifference } from '../schema/tell-code-difference.js';
import { tellDifference } from '../schema/tell-difference.js';

export interface SchemaProposalsOptions extends RegistryOptions {
  readonly state?: string;
}

/** Prints the proposals, or one of them with all that is known of it and what it would change. */
export function schemaProposals(id: string | undefined, options: SchemaProposalsOptions): Promise<void> {
  return withExitCode(async () => {
    const { state, json } = options;
    const registry = await registryAt(options);
    if (id === undefined) {
      const proposals = await listAt<ListedProposal>(registry, '/registry/proposals', state === undefined ? {} : { state });
      if (json) console.log(JSON.stringify(proposals, null, 2));
      else for (const proposal of proposals) console.log(proposalInWords(proposal));
      return 0;
    }
    const proposal = await proposalAt(registry, id);
    if (!proposal) throw new CommandRefused(`There is no proposal ${id}; hub schema proposals lists them.`);
    if (json) console.log(JSON.stringify(proposal, null, 2));
    else {
      tellProposal(proposal);
      for (const change of proposal.changes) await tellChange(registry, change, proposal);
      for (const change of proposal.codeLists) tellCodeList(change, proposal);
    }
    return 0;
  }, options);
}

async function tellChange(registry: Registry, { subgraph, baseVersion }: ListedProposal['changes'][number], { texts }: SchemaProposalWithTexts): Promise<void> {
  const before = baseVersion === 0 ? undefined : await versionAt(registry, subgraph, baseVersion);
  const after = texts.find((text) => text.subgraph === subgraph);
  console.log(`${subgraph}, after version ${baseVersion}:`);
  if (before && after) tellDifference(subgraph, before.sdl, after.sdl);
}

function tellCodeList({ listId, baseVersion }: ListedProposal['codeLists'][number], { codeListTexts }: SchemaProposalWithTexts): void {
  console.log(`${listId}, after version ${baseVersion}:`);
  const text = codeListTexts.find((each) => each.listId === listId);
  if (text) tellCodeDifference(text.before, text.after);
}
