import { Button, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { ProposeDocument } from '../../generated/operations';
import { useAct } from '../asking/use-act';
import { Page } from '../shell/page';
import { Panel } from '../shell/panel';
import { useViewer } from '../shell/use-viewer';
import { AtWork } from '../states/at-work';
import { StateNote } from '../states/state-note';
import { ActFault } from '../subgraphs/act-fault';
import { useWords } from '../words/in-words';
import { owners } from '../words/owners';
import { NextText } from './next-text';

/** Proposes a change of one or more subgraphs together (proposeSchema): each text in force is edited here, or a file takes its place. Nothing is published. */
export function ProposePage() {
  const { words } = useWords();
  const [, go] = useLocation();
  const viewer = useViewer();
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const [subgraphs, setSubgraphs] = useState<readonly string[]>([]);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const propose = useAct(ProposeDocument, 'proposeSchema');
  const t = words.proposals;
  const changes = subgraphs.flatMap((subgraph) => (texts[subgraph] === undefined ? [] : [{ subgraph, sdl: texts[subgraph] }]));
  const isComplete = title.trim() !== '' && reason.trim() !== '' && changes.length > 0 && changes.length === subgraphs.length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    propose.mutate({ title: title.trim(), reason: reason.trim(), changes }, { onSuccess: ({ id }) => go(`/proposals/${id}`) });
  };
  if (viewer !== undefined && viewer.role !== 'DATA_STEWARD') {
    return (
      <Page title={t.propose}>
        <StateNote icon={<IconLock size={28} stroke={1.5} />} title={t.stewardsPropose} role="status">
          <Text size="sm">{t.stewardsProposeHint}</Text>
        </StateNote>
      </Page>
    );
  }
  return (
    <Page title={t.propose} lead={t.proposeLead}>
      <form onSubmit={submit}>
        <Stack>
          <Panel title={t.what}>
            <Stack>
              <TextInput maw={620} label={t.proposalTitle} value={title} onChange={({ currentTarget }) => setTitle(currentTarget.value)} required />
              <TextInput maw={620} label={words.subgraphs.reason} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} required />
              <MultiSelect
                maw={620}
                label={words.subgraphs.subgraph}
                withAsterisk
                placeholder={subgraphs.length === 0 ? t.chooseSubgraphs : ''}
                value={[...subgraphs]}
                onChange={setSubgraphs}
                data={owners.map((value) => ({ value, label: words.owner(value) }))}
                clearButtonProps={{ 'aria-label': words.shell.close }}
              />
            </Stack>
          </Panel>
          {subgraphs.map((subgraph) => (
            <Panel key={subgraph} title={t.nextOf(words.owner(subgraph))}>
              <NextText subgraph={subgraph} text={texts[subgraph]} change={(sdl) => setTexts((before) => ({ ...before, [subgraph]: sdl }))} />
            </Panel>
          ))}
          <div>
            <Button type="submit" loading={propose.isPending} disabled={!isComplete}>
              {t.propose}
            </Button>
          </div>
          {propose.isPending ? <AtWork>{words.subgraphs.checking}</AtWork> : null}
          <ActFault of={propose.error} />
        </Stack>
      </form>
    </Page>
  );
}
