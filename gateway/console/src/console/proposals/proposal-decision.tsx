import { Button, Group, Stack, Text } from '@mantine/core';
import { PublishProposalDocument, RejectProposalDocument } from '../../generated/operations';
import { ActFault } from '../asking/act-fault';
import { useAct } from '../asking/use-act';
import { Panel } from '../shell/panel';
import { ReasonDialog } from '../shell/reason-dialog';
import { useViewer } from '../shell/use-viewer';
import { AtWork } from '../states/at-work';
import { decides } from '../subgraphs/approvers';
import { useWords } from '../words/in-words';
import type { ShownProposal } from './shown-proposal';

/** Publishes an approved proposal, by a data steward, or rejects one that is not published, by whoever decides on changes. */
export function ProposalDecision({ proposal: { id, state, revision } }: { readonly proposal: ShownProposal }) {
  const { words } = useWords();
  const viewer = useViewer();
  const publish = useAct(PublishProposalDocument, 'publishSchemaProposal');
  const reject = useAct(RejectProposalDocument, 'rejectSchemaProposal');
  const published = { proposalId: id, expectedRevision: revision };
  const rejected = (reason: string) => ({ ...published, reason });
  const t = words.proposals;
  if ((state !== 'OPEN' && state !== 'APPROVED') || !decides(viewer)) return null;
  const mayPublish = state === 'APPROVED' && viewer?.role === 'DATA_STEWARD';
  return (
    <Panel title={t.decide}>
      <Stack align="flex-start">
        <Text size="sm">{state === 'APPROVED' ? t.approvedHint : t.openHint}</Text>
        <Group>
          {mayPublish ? (
            <Button loading={publish.isPending} onClick={() => publish.mutate(published)}>
              {t.publish}
            </Button>
          ) : null}
          <ReasonDialog
            act={t.reject}
            title={t.rejectTitle}
            isGrave
            size="sm"
            isPending={reject.isPending}
            fault={(reason) => <ActFault of={reject.faultOf(rejected(reason))} />}
            submit={(reason, close) => reject.mutate(rejected(reason), { onSuccess: close })}
          >
            <Text size="sm">{t.rejectHint}</Text>
          </ReasonDialog>
        </Group>
        {publish.isPending ? <AtWork>{words.subgraphs.publishing}</AtWork> : null}
        <ActFault of={publish.faultOf(published)} />
      </Stack>
    </Panel>
  );
}
