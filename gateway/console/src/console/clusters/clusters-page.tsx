import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ClusterProposalsDocument, type ClusterProposalState } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Page } from '../shell/page';
import { Pager } from '../shell/pager';
import { StateSwitch } from '../shell/state-switch';
import { useViewer } from '../shell/use-viewer';
import { EmptyNote } from '../states/empty-note';
import { useWords } from '../words/in-words';
import { ClusterProposal } from './cluster-proposal';

const states: readonly ClusterProposalState[] = ['PROPOSED', 'ACCEPTED', 'DECLINED', 'LAPSED'];

/** Records that seem to tell of one product and hazard (归并建议, 5.1.1), the surest first; an analyst of the centre accepts, declines and parts. */
export function ClustersPage() {
  const { words } = useWords();
  const viewer = useViewer();
  const [state, setState] = useState<ClusterProposalState>('PROPOSED');
  const [trail, setTrail] = useState<readonly string[]>([]);
  const proposals = useAnswer(ClusterProposalsDocument, { state: [state], after: trail.at(-1) ?? null }, { every: 60_000 });
  const choose = (chosen: ClusterProposalState) => {
    setState(chosen);
    setTrail([]);
  };
  const t = words.clusters;
  return (
    <Page title={t.title} lead={t.lead}>
      <StateSwitch label={t.stateLabel} value={state} choices={states.map((value) => ({ value, label: t.state[value] }))} choose={choose} />
      <Answered of={proposals} field="clusterProposals" lines={6}>
        {({ nodes, totalCount, pageInfo }) => (
          <>
            {nodes.length === 0 ? (
              <EmptyNote title={t.none[state]} hint={t.noneHint} />
            ) : (
              <>
                <Text size="sm" c="var(--hub-quiet)">
                  {t.found(totalCount)}
                </Text>
                <Stack component="ul" gap="sm" m={0} p={0}>
                  {nodes.map((each) => (
                    <ClusterProposal key={each.id} of={each} mayDecide={viewer?.role === 'ANALYST'} />
                  ))}
                </Stack>
              </>
            )}
            <Pager trail={trail} pageInfo={pageInfo} go={setTrail} />
          </>
        )}
      </Answered>
    </Page>
  );
}
