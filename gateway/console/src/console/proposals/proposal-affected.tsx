import { AffectedByDocument } from '../../generated/operations';
import { useAnswer } from '../asking/use-answer';
import { Panel } from '../shell/panel';
import { AffectedTable } from '../subgraphs/affected-table';
import { useWords } from '../words/in-words';
import type { ShownProposal } from './shown-proposal';

/** Who has lately used what a proposal would break or take away, or fields of data elements that it changes; nothing for whom the terms do not tell it. */
export function ProposalAffected({ proposal: { findings, codeLists } }: { readonly proposal: Pick<ShownProposal, 'findings' | 'codeLists'> }) {
  const { words } = useWords();
  const closed = findings.flatMap(({ kind, coordinate }) => ((kind === 'BREAKING' || kind === 'NARROWED') && coordinate !== null ? [coordinate] : []));
  const coordinates = [...new Set([...closed, ...codeLists.flatMap(({ fields }) => fields)])];
  const uses = useAnswer(AffectedByDocument, { coordinates, days: 30 }, { enabled: coordinates.length > 0 }).data?.data.fieldUsage;
  if (!uses) return null;
  return (
    <Panel title={words.usage.affected}>
      <AffectedTable uses={uses} />
    </Panel>
  );
}
