import { Group, Paper, Text } from '@mantine/core';
import type { ProposedRecordFragment } from '../../generated/operations';
import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';
import { PartButton } from './part-button';

interface ProposedRecordProps {
  readonly of: ProposedRecordFragment;
  /** Whether it may be taken out of its cluster from here. */
  readonly mayPart: boolean;
}

/** One of the two records of a proposal: what it tells of product and hazard, and in which cluster it is. */
export function ProposedRecord({ of, mayPart }: ProposedRecordProps) {
  const { words } = useWords();
  const dates = useDates();
  const { id, number, productName, brand, hazardItem, hazardDescription, observedOn, cluster } = of;
  const t = words.clusters;
  return (
    <Paper component="article" aria-label={number} withBorder p="sm" style={{ borderColor: 'var(--hub-line)', minWidth: 0, overflowWrap: 'anywhere' }}>
      <Text size="xs" c="var(--hub-quiet)">
        {number} · {dates.day(observedOn)}
      </Text>
      <Text fw={600}>{productName}</Text>
      {brand === null ? null : <Text size="sm">{t.brand(brand)}</Text>}
      <Text size="sm">{t.hazard(hazardItem)}</Text>
      <Text size="sm" c="var(--hub-quiet)" lineClamp={4}>
        {hazardDescription}
      </Text>
      {cluster === null ? null : (
        <Group justify="space-between" gap="xs" mt="xs">
          <Text size="sm">{t.inCluster(cluster.number)}</Text>
          {mayPart && cluster.state === 'OPEN' ? <PartButton cluster={cluster} record={{ id, number }} /> : null}
        </Group>
      )}
    </Paper>
  );
}
