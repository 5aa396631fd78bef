import { Stack, Text } from '@mantine/core';
import { UsageKnownDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Panel } from '../shell/panel';
import { useViewer } from '../shell/use-viewer';
import { useWords } from '../words/in-words';
import { AskersTable } from './askers-table';
import { maySeeUsage } from './may-see-usage';
import { UsageCalendar } from './usage-calendar';
import { UsageGaps } from './usage-gaps';

/** How one field is used (字段使用情况): by day, and by whom, for those whom the terms tell it. @param subgraph that decides on it */
export function FieldUsage({ coordinate, subgraph }: { readonly coordinate: string; readonly subgraph: string }) {
  const { words } = useWords();
  const viewer = useViewer();
  const t = words.usage;
  if (viewer === undefined) return null;
  const of = { coordinates: [coordinate] };
  return (
    <Panel title={t.title}>
      {maySeeUsage(viewer) ? (
        <Stack>
          <UsageCalendar label={t.byDay} of={of} />
          <Text size="sm" fw={600}>
            {t.askers}
          </Text>
          <AskersTable of={of} />
          <KnownUsage subgraph={subgraph} />
        </Stack>
      ) : (
        <Text size="sm" c="var(--hub-quiet)">
          {t.closed}
        </Text>
      )}
    </Panel>
  );
}

function KnownUsage({ subgraph }: { readonly subgraph: string }) {
  const known = useAnswer(UsageKnownDocument, { subgraph, days: 30 });
  return (
    <Answered of={known} field="schemaUsage" lines={1}>
      {(usage) => <UsageGaps of={usage} />}
    </Answered>
  );
}
