import { codeEntriesAsText } from '@hub/schema/code-lists/code-entries-as-text.js';
import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import { codeListChanges } from '../domain/code-list-changes.js';
import type { CodeListProposalChange } from '../generated/graphql.js';
import type { ProposedCodeList } from './schema-proposal.js';
import { ownersOfLists } from './told-owners.js';

/** A change of a code list as it is shown: only the entries that change, as they are and as they would be. @param load the content that a hash names */
export async function codeListChangeOf({ listId, baseVersion, baseHash, contentHash, fields }: ProposedCodeList, load: (contentHash: string) => Promise<string>): Promise<CodeListProposalChange> {
  const [base, content] = await Promise.all([load(baseHash), load(contentHash)]);
  const changes = codeListChanges(JSON.parse(base) as CodeListContent, JSON.parse(content) as CodeListContent);
  const shown = (side: 'before' | 'after') => codeEntriesAsText(listId, changes.flatMap((change) => change[side] ?? []));
  return { listId, baseVersion, contentHash, content, before: shown('before'), after: shown('after'), keptBy: [...ownersOfLists], fields: [...fields] };
}
