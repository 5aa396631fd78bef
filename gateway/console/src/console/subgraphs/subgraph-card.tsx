import { Anchor, Paper, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { LatestVersionsQuery } from '../../generated/operations';
import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';
import { ownerColors } from '../supergraph/owner-colors';
import { cameWithHub } from './came-with-hub';
import { VersionAuthor } from './version-author';

interface SubgraphCardProps {
  readonly name: string;
  readonly versions: LatestVersionsQuery['supergraph'] | undefined;
}

/** A subgraph with the version in force, when it was published, by whom, and why. */
export function SubgraphCard({ name, versions }: SubgraphCardProps) {
  const { words } = useWords();
  const dates = useDates();
  const t = words.subgraphs;
  const latest = versions?.nodes[0];
  return (
    <Paper component="li" withBorder p="md" style={{ listStyle: 'none', borderColor: 'var(--hub-line)', borderTop: `3px solid ${ownerColors[name] ?? 'var(--mantine-primary-color-filled)'}` }}>
      <Anchor component={Link} href={`/subgraphs/${name}`} fw={650} size="lg">
        {name === 'supergraph' ? t.supergraph : words.owner(name)}
      </Anchor>{' '}
      <Text span size="xs" c="var(--hub-quiet)" ff="monospace">
        {name}
      </Text>
      {latest === undefined ? (
        <Text size="sm" c="var(--hub-quiet)" mt="xs">
          {t.noVersion}
        </Text>
      ) : (
        <>
          <Text mt="xs" size="sm">
            {t.inForce(latest.version)} · {dates.minute(latest.publishedAt)}
          </Text>
          <Text size="sm" c="var(--hub-quiet)">
            <VersionAuthor of={latest} />
          </Text>
          {latest.reason === null || cameWithHub(latest) ? null : (
            <Text size="sm" mt={4} lineClamp={2}>
              {latest.reason}
            </Text>
          )}
        </>
      )}
    </Paper>
  );
}
