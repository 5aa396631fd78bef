import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { ProposalLineFragment } from '../../generated/operations';
import { Actor } from '../shell/actor';
import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';
import { ProposalStateMark } from './proposal-state-mark';
import { useWhatChanges } from './use-what-changes';

/** Proposals: what, of which subgraphs, how far, and whose turn it is. */
export function ProposalList({ proposals }: { readonly proposals: readonly ProposalLineFragment[] }) {
  const { words } = useWords();
  const dates = useDates();
  const whatChanges = useWhatChanges();
  return (
    <Stack component="ul" gap="sm" m={0} p={0}>
      {proposals.map(({ id, title, state, proposed, proposedAt, changes, codeLists, toApprove }) => (
        <Paper key={id} component="li" withBorder p="md" style={{ listStyle: 'none', borderColor: 'var(--hub-line)' }}>
          <Group justify="space-between" align="flex-start" gap="xs">
            <Anchor component={Link} href={`/proposals/${id}`} fw={650} style={{ overflowWrap: 'anywhere' }}>
              {title}
            </Anchor>
            <ProposalStateMark of={state} />
          </Group>
          <Text size="sm" mt={4}>
            {words.proposals.changes(whatChanges({ changes, codeLists }))}
          </Text>
          <Text size="xs" c="var(--hub-quiet)" mt={2}>
            <Actor of={proposed} /> · {dates.minute(proposedAt)}
          </Text>
          {state === 'OPEN' && toApprove.length > 0 ? (
            <Text size="sm" c="var(--hub-soon)" mt={4}>
              {words.proposals.waits(toApprove.map((kind) => words.subgraphs.kind[kind]).join(words.comma))}
            </Text>
          ) : null}
        </Paper>
      ))}
    </Stack>
  );
}
