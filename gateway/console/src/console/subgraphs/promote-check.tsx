import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { VersionTextDocument, type CheckFactsFragment, type VersionLineFragment } from '../../generated/operations';
import { ActFault } from '../asking/act-fault';
import { useAnswer } from '../asking/use-answer';
import { AtWork } from '../states/at-work';
import { useWords } from '../words/in-words';
import { FindingList } from './finding-list';
import { StatusMark } from './status-mark';

interface PromoteCheckProps {
  readonly version: VersionLineFragment;
  /** The check of its text against the version in force, once there is one. */
  readonly check: CheckFactsFragment | undefined;
  readonly isPending: boolean;
  readonly fault: Error | null;
  readonly run: (sdl: string) => void;
}

/** What bringing a version back would open, take or break by now: its text is checked before it is brought back, and what was found is read here. */
export function PromoteCheck({ version, check, isPending, fault, run }: PromoteCheckProps) {
  const { words } = useWords();
  const sdl = useAnswer(VersionTextDocument, { id: version.id }).data?.data.schemaVersion?.sdl;
  const t = words.subgraphs;
  return (
    <Stack align="flex-start">
      {check === undefined ? (
        <Button variant="default" loading={isPending} disabled={sdl === undefined} onClick={() => run(sdl ?? '')}>
          {t.runCheck}
        </Button>
      ) : (
        <>
          <StatusMark status={check.status} />
          <FindingList findings={check.findings} />
          {check.status === 'GREEN' ? null : <Text size="sm">{t.promoteRed}</Text>}
          <Anchor component={Link} href={`/checks/${check.id}`} size="sm">
            {t.checkTitle}
          </Anchor>
        </>
      )}
      {isPending ? <AtWork>{t.checking}</AtWork> : null}
      <ActFault of={fault} />
    </Stack>
  );
}
