import { Anchor, Code, Paper, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useWords } from '../words/in-words';
import type { ListedContract } from './listed-contract';

/** A contract: for whom, where it is delivered and under which hash, or why none can be made. */
export function ContractCard({ contract: { variant, contentHash, problem } }: { readonly contract: ListedContract }) {
  const { words } = useWords();
  const t = words.contracts;
  return (
    <Paper component="li" withBorder p="md" style={{ listStyle: 'none', borderColor: 'var(--hub-line)' }}>
      <Stack gap={6}>
        <div>
          <Anchor component={Link} href={`/contracts/${variant}`} fw={650} size="lg">
            {t.audience(variant)}
          </Anchor>{' '}
          <Text span size="xs" c="var(--hub-quiet)" ff="monospace">
            {variant}
          </Text>
        </div>
        {problem === null ? (
          <>
            <Text size="xs" c="var(--hub-quiet)">
              {t.delivery}
            </Text>
            <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{`GET ${window.location.origin}/registry/supergraph?variant=${variant}`}</Code>
            <Text size="xs" c="var(--hub-quiet)" ff="monospace" title={contentHash ?? ''}>
              {contentHash?.slice(0, 23)}…
            </Text>
          </>
        ) : (
          <>
            <Text size="sm" c="var(--hub-soon)">
              {t.notPossible}
            </Text>
            <Text size="sm" lang="en">
              {problem}
            </Text>
          </>
        )}
      </Stack>
    </Paper>
  );
}
