import { Group, SimpleGrid, Text } from '@mantine/core';
import { CheckOfDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Fact } from '../shell/fact';
import { Page } from '../shell/page';
import { Panel } from '../shell/panel';
import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';
import { CheckAffected } from './check-affected';
import { CheckApproval } from './check-approval';
import { CheckNext } from './check-next';
import { FindingList } from './finding-list';
import { PublishForm } from './publish-form';
import { StatusMark } from './status-mark';

/** A check (数据标准检查): what it found, whom it concerns, who lets what pass; what comes next; and publishing what is green. */
export function CheckPage({ params: { id } }: { readonly params: { readonly id: string } }) {
  const { words } = useWords();
  const dates = useDates();
  const answer = useAnswer(CheckOfDocument, { id });
  const t = words.subgraphs;
  return (
    <Page title={t.checkTitle} lead={t.checkLead}>
      <Answered of={answer} field="schemaCheck" lines={8}>
        {(check) => (
          <>
            <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" component="dl" m={0}>
              <Fact name={t.subgraph}>{words.owner(check.subgraph)}</Fact>
              <Fact name={t.verdict}>
                <StatusMark status={check.status} />
              </Fact>
              <Fact name={t.against}>{check.baseVersion === 0 ? t.noVersion : t.inForce(check.baseVersion)}</Fact>
              <Fact name={t.checkedAt}>
                {dates.minute(check.checkedAt)}
                {check.checked === null ? null : ` · ${check.checked.userId}`}
              </Fact>
            </SimpleGrid>
            <Panel title={t.findings(check.findings.length)}>
              <FindingList findings={check.findings} />
            </Panel>
            <CheckAffected id={check.id} />
            {check.approvals.length === 0 ? null : (
              <Panel title={t.approvals}>
                {check.approvals.map(({ kinds, approved, reason }) => (
                  <Group key={`${approved.userId} ${approved.at}`} gap="xs">
                    <Text size="sm" fw={600}>
                      {kinds.map((kind) => t.kind[kind]).join(words.comma)}
                    </Text>
                    <Text size="sm">
                      {approved.userId} · {words.role(approved.role)} · {dates.minute(approved.at)} · {reason}
                    </Text>
                  </Group>
                ))}
              </Panel>
            )}
            <CheckApproval check={check} />
            <CheckNext check={check} />
            {check.status === 'GREEN' ? <PublishForm check={check} /> : null}
          </>
        )}
      </Answered>
    </Page>
  );
}
