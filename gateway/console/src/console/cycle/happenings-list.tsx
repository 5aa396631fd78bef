import { Group, Stack, Text } from '@mantine/core';
import { Panel } from '../shell/panel';
import { useDates } from '../words/use-dates';
import { useResourceName } from '../words/use-resource-name';
import { useWords } from '../words/in-words';
import type { Happening } from './use-happenings';

/** What has happened since the page was opened, latest first. */
export function HappeningsList({ happenings, isLive }: { readonly happenings: readonly Happening[]; readonly isLive: boolean }) {
  const { words } = useWords();
  const nameOf = useResourceName();
  const dates = useDates();
  const t = words.happenings;
  return (
    <Panel title={t.title}>
      {happenings.length === 0 ? (
        <Text size="sm" c="var(--hub-quiet)">
          {isLive ? t.nothingYet : t.notHeard}
        </Text>
      ) : (
        <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: 'none' }} aria-live="polite">
          {happenings.map(({ cursor, kind, occurredAt, exchangeEvent }) => (
            <Group key={cursor} component="li" justify="space-between" wrap="nowrap" gap="sm">
              <Text size="sm">
                {nameOf(exchangeEvent.subjectType)}
                <Text span size="xs" c="var(--hub-quiet)" ff="monospace" ml={6}>
                  {kind}
                </Text>
              </Text>
              <Text size="xs" c="var(--hub-quiet)">
                {dates.minute(occurredAt)}
              </Text>
            </Group>
          ))}
        </Stack>
      )}
    </Panel>
  );
}
