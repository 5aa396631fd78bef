import { Group, Stack, Text } from '@mantine/core';
import { DeskDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { DocumentButton } from '../documents/document-button';
import { Panel } from '../shell/panel';
import { useViewer } from '../shell/use-viewer';
import { sentenceOf } from '../words/sentence-of';
import { useDates } from '../words/use-dates';
import { useResourceName } from '../words/use-resource-name';
import { useWords } from '../words/in-words';

/** What the viewer's own party owes, the earliest due first. */
export function Desk() {
  const { words, language } = useWords();
  const nameOf = useResourceName();
  const dates = useDates();
  const viewer = useViewer();
  const duties = useAnswer(DeskDocument, { partyId: viewer?.participant.id ?? '' }, { enabled: viewer !== undefined, every: 60_000 });
  const t = words.desk;
  return (
    <Panel title={t.title}>
      <Answered of={duties} field="duties">
        {({ nodes, totalCount }) =>
          nodes.length === 0 ? (
            <Text size="sm" c="var(--hub-quiet)">
              {t.nothing}
            </Text>
          ) : (
            <Stack gap="xs">
              <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
                {nodes.map((duty) => (
                  <li key={duty.id}>
                    <Group justify="space-between" gap={4}>
                      <Text size="sm" fw={500}>
                        {language === 'en' ? sentenceOf(duty.kindEn) : duty.kindZh}
                      </Text>
                      <DocumentButton type={duty.subjectType} id={duty.subjectId} />
                    </Group>
                    <Text size="xs" c="var(--hub-quiet)">
                      {nameOf(duty.subjectType)} ·{' '}
                      <Text span inherit c={duty.late ? 'var(--hub-late)' : 'inherit'} fw={duty.late ? 650 : 400}>
                        {duty.late ? t.late : duty.pausedAt === null ? t.due : t.paused} {dates.due(duty.dueAt)}
                      </Text>
                    </Text>
                  </li>
                ))}
              </Stack>
              {totalCount > nodes.length ? (
                <Text size="xs" c="var(--hub-quiet)">
                  {t.more(totalCount - nodes.length)}
                </Text>
              ) : null}
            </Stack>
          )
        }
      </Answered>
    </Panel>
  );
}
