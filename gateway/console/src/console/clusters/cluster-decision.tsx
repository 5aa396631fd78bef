import { Button, Group, Stack, Text } from '@mantine/core';
import { AcceptClusterProposalDocument, DeclineClusterProposalDocument, type ClusterProposalLineFragment } from '../../generated/operations';
import { ActFault } from '../asking/act-fault';
import { useAct } from '../asking/use-act';
import { ReasonDialog } from '../shell/reason-dialog';
import { useWords } from '../words/in-words';

/** Accepts a proposal (acceptClusterProposal), or declines it for good, with a reason (declineClusterProposal). */
export function ClusterDecision({ of: { id, revision } }: { readonly of: Pick<ClusterProposalLineFragment, 'id' | 'revision'> }) {
  const { words } = useWords();
  const accept = useAct(AcceptClusterProposalDocument, 'acceptClusterProposal');
  const decline = useAct(DeclineClusterProposalDocument, 'declineClusterProposal');
  const item = { clusterProposalId: id, expectedRevision: revision };
  const t = words.clusters;
  return (
    <Stack gap="xs" align="flex-end">
      <Group gap="xs">
        <Button size="compact-sm" loading={accept.isPending} onClick={() => accept.mutate(item)}>
          {t.accept}
        </Button>
        <ReasonDialog
          act={t.decline}
          title={t.declineTitle}
          isPending={decline.isPending}
          fault={(reason) => <ActFault of={decline.faultOf({ ...item, reason })} />}
          submit={(reason, close) => decline.mutate({ ...item, reason }, { onSuccess: close })}
        >
          <Text size="sm">{t.declineHint}</Text>
        </ReasonDialog>
      </Group>
      <ActFault of={accept.error} />
    </Stack>
  );
}
