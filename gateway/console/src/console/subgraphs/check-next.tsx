import { Button, Stack, Text } from '@mantine/core';
import { useLocation } from 'wouter';
import { CheckDocument, type CheckFactsFragment } from '../../generated/operations';
import { ActFault } from '../asking/act-fault';
import { useAct } from '../asking/use-act';
import { Panel } from '../shell/panel';
import { useViewer } from '../shell/use-viewer';
import { AtWork } from '../states/at-work';
import { useWords } from '../words/in-words';
import { isBeyondApproval, waitingKinds } from './approvers';
import { useCheckedText } from './use-checked-text';

/**
 * What comes next where a check lets nothing be published. A data steward mends the text, waits for who lets it pass, or has the same text checked again, which tells what is approved by then; who may check
 * nothing is told who goes on, once all is approved.
 */
export function CheckNext({ check }: { readonly check: CheckFactsFragment }) {
  const isSteward = useViewer()?.role === 'DATA_STEWARD';
  const { words } = useWords();
  if (isSteward) return <NextOfSteward check={check} />;
  if (check.status === 'GREEN' || isBeyondApproval(check) || waitingKinds(check).length > 0) return null;
  return (
    <Panel title={words.subgraphs.next}>
      <Text size="sm">{words.subgraphs.forSteward}</Text>
    </Panel>
  );
}

function NextOfSteward({ check }: { readonly check: CheckFactsFragment }) {
  const { words } = useWords();
  const [, go] = useLocation();
  const text = useCheckedText(check);
  const again = useAct(CheckDocument, 'checkSchema');
  const t = words.subgraphs;
  if (text === undefined || text.isPublished) return null;
  const { sdl, latest, hasMoved } = text;
  if (check.status === 'GREEN' && !hasMoved) return null;
  const item = { subgraph: check.subgraph, sdl };
  return (
    <Panel title={t.next}>
      <Stack align="flex-start">
        <Text size="sm">{hasMoved ? t.movedOn(latest) : isBeyondApproval(check) ? t.toMend : waitingKinds(check).length > 0 ? t.toWait : t.toCheckAgain}</Text>
        <Button variant="default" loading={again.isPending} onClick={() => again.mutate(item, { onSuccess: ({ id }) => go(`/checks/${id}`) })}>
          {t.checkAgain}
        </Button>
        {again.isPending ? <AtWork>{t.checking}</AtWork> : null}
        <ActFault of={again.faultOf(item)} />
      </Stack>
    </Panel>
  );
}
