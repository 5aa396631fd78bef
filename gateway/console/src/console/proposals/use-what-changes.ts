import type { ProposalLineFragment } from '../../generated/operations';
import { useWords } from '../words/in-words';
import { useCodeListName } from '../words/use-code-list-name';

/** What a proposal changes, by name: subgraphs, and code lists. */
export function useWhatChanges(): (proposal: Pick<ProposalLineFragment, 'changes' | 'codeLists'>) => string {
  const { words } = useWords();
  const listName = useCodeListName();
  return ({ changes, codeLists }) => [...changes.map(({ subgraph }) => words.owner(subgraph)), ...codeLists.map(({ listId }) => words.proposals.listOf(listName(listId)))].join(words.comma);
}
