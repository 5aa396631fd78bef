import { Group, Paper, SimpleGrid, Text } from '@mantine/core';
import type { ClusterProposalLineFragment } from '../../generated/operations';
import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';
import { ClusterDecision } from './cluster-decision';
import { LikenessReasons } from './likeness-reasons';
import { ProposedRecord } from './proposed-record';

interface ClusterProposalProps {
  readonly of: ClusterProposalLineFragment;
  readonly mayDecide: boolean;
}

/** A proposal: how sure it is and why, its two records side by side, and what an analyst says of it. */
export function ClusterProposal({ of, mayDecide }: ClusterProposalProps) {
  const { words } = useWords();
  const dates = useDates();
  const { score, reasons, records, proposedAt, decided, decisionReason, state } = of;
  const t = words.clusters;
  const decidedBy = decided && `${decided.userId} · ${words.role(decided.role)} · ${dates.minute(decided.at)}`;
  return (
    <Paper component="li" withBorder p="md" style={{ listStyle: 'none', borderColor: 'var(--hub-line)' }}>
      <Group justify="space-between" align="flex-start" gap="xs" mb="xs">
        <div>
          <Text fw={650} style={{ fontVariantNumeric: 'tabular-nums' }}>
            {score === null ? t.unscored : t.score(Math.round(score * 100))}
          </Text>
          {proposedAt === null ? null : (
            <Text size="xs" c="var(--hub-quiet)">
              {t.proposedAt(dates.minute(proposedAt))}
            </Text>
          )}
        </div>
        {mayDecide && state === 'PROPOSED' ? <ClusterDecision of={of} /> : null}
      </Group>
      <LikenessReasons of={reasons ?? []} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="sm">
        {(records ?? []).map((record) => (
          <ProposedRecord key={record.id} of={record} mayPart={mayDecide && state === 'ACCEPTED'} />
        ))}
      </SimpleGrid>
      {decidedBy ? (
        <Text size="sm" mt="sm" style={{ overflowWrap: 'anywhere' }}>
          {decisionReason ?? ''} <span style={{ color: 'var(--hub-quiet)' }}>{decidedBy}</span>
        </Text>
      ) : null}
    </Paper>
  );
}
