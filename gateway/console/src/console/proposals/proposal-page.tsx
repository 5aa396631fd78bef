import { SimpleGrid, Stack, Text } from '@mantine/core';
import { ProposalDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Actor } from '../shell/actor';
import { Fact } from '../shell/fact';
import { Page } from '../shell/page';
import { Panel } from '../shell/panel';
import { FindingList } from '../subgraphs/finding-list';
import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';
import { useCodeListName } from '../words/use-code-list-name';
import { CodeListDiff } from './code-list-diff';
import { ProposalAffected } from './proposal-affected';
import { ProposalApproval } from './proposal-approval';
import { ProposalComments } from './proposal-comments';
import { ProposalDiff } from './proposal-diff';
import { ProposalDecision } from './proposal-decision';
import { ProposalOutcome } from './proposal-outcome';
import { ProposalStateMark } from './proposal-state-mark';
import { useWhatChanges } from './use-what-changes';

/** A proposal (数据标准提案, 5.4.3 c): what it changes, what the check found, whom it concerns, who says what of it, and what is to be done with it. */
export function ProposalPage({ params: { id } }: { readonly params: { readonly id: string } }) {
  const { words } = useWords();
  const dates = useDates();
  const listName = useCodeListName();
  const whatChanges = useWhatChanges();
  const answer = useAnswer(ProposalDocument, { id }, { every: 60_000 });
  const t = words.proposals;
  return (
    <Page title={answer.data?.data.schemaProposal?.title ?? t.one} lead={t.oneLead}>
      <Answered of={answer} field="schemaProposal" lines={10}>
        {(proposal) => (
          <>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" component="dl" m={0}>
              <Fact name={t.stateLabel}>
                <ProposalStateMark of={proposal.state} />
              </Fact>
              <Fact name={t.whatChanges}>{whatChanges(proposal)}</Fact>
              <Fact name={t.proposedBy}>
                <Actor of={proposal.proposed} /> · {dates.minute(proposal.proposedAt)}
              </Fact>
              <Fact name={words.subgraphs.reason}>{proposal.reason}</Fact>
            </SimpleGrid>
            <ProposalOutcome proposal={proposal} />
            <Panel title={words.subgraphs.findings(proposal.findings.length)}>
              <FindingList findings={proposal.findings} />
            </Panel>
            <ProposalAffected proposal={proposal} />
            {proposal.changes.map((change) => (
              <Panel key={change.subgraph} title={t.diffOf(words.owner(change.subgraph), change.baseVersion)}>
                <ProposalDiff change={change} />
              </Panel>
            ))}
            {proposal.codeLists.map((change) => (
              <Panel key={change.listId} title={t.codeListDiff(listName(change.listId), change.baseVersion)}>
                <CodeListDiff change={change} />
              </Panel>
            ))}
            {proposal.approvals.length === 0 ? null : (
              <Panel title={words.subgraphs.approvals}>
                <Stack gap="xs">
                  {proposal.approvals.map(({ kinds, approved, reason }) => (
                    <Text key={`${kinds.join()} ${approved.at}`} size="sm">
                      <strong>{kinds.map((kind) => words.subgraphs.kind[kind]).join(words.comma)}</strong> · {reason} · <Actor of={approved} />
                    </Text>
                  ))}
                </Stack>
              </Panel>
            )}
            <ProposalApproval proposal={proposal} />
            <ProposalDecision proposal={proposal} />
            <ProposalComments proposal={proposal} />
          </>
        )}
      </Answered>
    </Page>
  );
}
