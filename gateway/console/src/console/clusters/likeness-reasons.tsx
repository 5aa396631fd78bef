import { Group, Text } from '@mantine/core';
import type { ClusterProposalLineFragment } from '../../generated/operations';
import { useHazardName } from '../words/use-hazard-name';
import { useWords } from '../words/in-words';

/** What speaks for a proposal (归并理由), with what both records have. */
export function LikenessReasons({ of }: { readonly of: NonNullable<ClusterProposalLineFragment['reasons']> }) {
  const { words } = useWords();
  const hazardName = useHazardName();
  const t = words.clusters;
  return (
    <Group component="ul" aria-label={t.reasons} gap="xs" m={0} p={0}>
      {of.map(({ kind, evidence }) => (
        <Text key={kind} component="li" size="sm" px="xs" style={{ listStyle: 'none', border: '1px solid var(--hub-line)', borderRadius: 4, overflowWrap: 'anywhere' }}>
          {t.reason[kind]}
          {evidence.length > 0 ? <span style={{ color: 'var(--hub-quiet)' }}>{` ${(kind === 'HAZARD_ITEM' ? evidence.map(hazardName) : evidence).join(words.comma)}`}</span> : null}
        </Text>
      ))}
    </Group>
  );
}
