import type { ProposalLineFragment } from '../../generated/operations';
import type { useWords } from '../words/in-words';

/** What a proposal changes, by name: subgraphs, and code lists. */
export function whatChanges({ changes, codeLists }: Pick<ProposalLineFragment, 'changes' | 'codeLists'>, words: ReturnType<typeof useWords>['words']): string {
  return [...changes.map(({ subgraph }) => words.owner(subgraph)), ...codeLists.map(({ listId }) => words.proposals.listOf(listId))].join(words.comma);
}
