import { AffectedByDocument } from '../../generated/operations';
import { useAnswer } from '../asking/use-answer';
import { Panel } from '../shell/panel';
import { AffectedTable } from '../subgraphs/affected-table';
import { useWords } from '../words/in-words';
import type { ShownProposal } from './shown-proposal';

/** Who has lately used what a proposal would break or take away; nothing for whom the terms do not tell it. */
export function ProposalAffected({ findings }: { readonly findings: ShownProposal['findings'] }) {
  const { words } = useWords();
  const coordinates = [...new Set(findings.flatMap(({ kind, coordinate }) => ((kind === 'BREAKING' || kind === 'NARROWED') && coordinate !== null ? [coordinate] : [])))];
  const uses = useAnswer(AffectedByDocument, { coordinates, days: 30 }, { enabled: coordinates.length > 0 }).data?.data.fieldUsage;
  if (!uses) return null;
  return (
    <Panel title={words.usage.affected}>
      <AffectedTable uses={uses} />
    </Panel>
  );
}
