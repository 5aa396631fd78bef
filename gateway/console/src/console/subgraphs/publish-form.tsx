import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { PublishDocument, type CheckFactsFragment } from '../../generated/operations';
import { ActFault } from '../asking/act-fault';
import { useAct } from '../asking/use-act';
import { Panel } from '../shell/panel';
import { useViewer } from '../shell/use-viewer';
import { AtWork } from '../states/at-work';
import { useWords } from '../words/in-words';
import { useCheckedText } from './use-checked-text';

/** Publishes what a green check has checked, with a reason, by a data steward; not once its subgraph has moved on: then `CheckNext` says so. */
export function PublishForm({ check }: { readonly check: CheckFactsFragment }) {
  const { words } = useWords();
  const [, go] = useLocation();
  const viewer = useViewer();
  const [reason, setReason] = useState('');
  const isSteward = viewer?.role === 'DATA_STEWARD';
  const text = useCheckedText(check, { enabled: isSteward });
  const publish = useAct(PublishDocument, 'publishSchema');
  const t = words.subgraphs;
  if (!isSteward || text === undefined || text.hasMoved) return null;
  const item = { subgraph: check.subgraph, sdl: text.sdl, expectedVersion: check.baseVersion, reason: reason.trim() };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish.mutate(item, { onSuccess: () => go(`/subgraphs/${check.subgraph}`) });
  };
  return (
    <Panel title={t.publish}>
      {text.isPublished ? (
        <Text size="sm">{t.publishedAlready(text.latest)}</Text>
      ) : (
        <form onSubmit={submit}>
          <Stack align="flex-start">
            <TextInput w="min(32rem, 80vw)" label={t.reason} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} required />
            <Button type="submit" loading={publish.isPending} disabled={reason.trim() === ''}>
              {t.publish}
            </Button>
            {publish.isPending ? <AtWork>{t.publishing}</AtWork> : null}
            <ActFault of={publish.faultOf(item)} />
          </Stack>
        </form>
      )}
    </Panel>
  );
}
