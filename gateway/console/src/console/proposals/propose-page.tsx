import { Button, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { IconLock } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { CodeListsDocument, ProposeDocument } from '../../generated/operations';
import { ActFault } from '../asking/act-fault';
import { HubRefusal } from '../asking/hub-refusal';
import { useAct } from '../asking/use-act';
import { useAnswer } from '../asking/use-answer';
import { Page } from '../shell/page';
import { Panel } from '../shell/panel';
import { useViewer } from '../shell/use-viewer';
import { AtWork } from '../states/at-work';
import { StateNote } from '../states/state-note';
import { useWords } from '../words/in-words';
import { owners } from '../words/owners';
import { useCodeListName } from '../words/use-code-list-name';
import { NextCodes } from './next-codes';
import { NextText } from './next-text';
import { placeInCodeList } from './place-in-code-list';

/**
 * Proposes a change of subgraphs and code lists together (proposeSchema): each text and list in force is edited here, or a file takes its place. Nothing is
 * published. A code list may be chosen by the address: `?list=units`.
 */
export function ProposePage() {
  const { words } = useWords();
  const [, go] = useLocation();
  const [asked] = useSearchParams();
  const viewer = useViewer();
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const [subgraphs, setSubgraphs] = useState<readonly string[]>([]);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [listIds, setListIds] = useState<readonly string[]>(asked.getAll('list'));
  const [codes, setCodes] = useState<Readonly<Record<string, readonly CodeEntry[] | undefined>>>({});
  const known = useAnswer(CodeListsDocument, {}).data?.data.codeLists?.nodes ?? [];
  const nameOf = useCodeListName();
  const propose = useAct(ProposeDocument, 'proposeSchema');
  const t = words.proposals;
  const changes = subgraphs.flatMap((subgraph) => (texts[subgraph] === undefined ? [] : [{ subgraph, sdl: texts[subgraph] }]));
  const codeLists = listIds.flatMap((listId) => (codes[listId] === undefined ? [] : [{ listId, codes: codes[listId] }]));
  const changed = changes.length + codeLists.length;
  const isComplete = title.trim() !== '' && reason.trim() !== '' && changed > 0 && changed === subgraphs.length + listIds.length;
  const item = { title: title.trim(), reason: reason.trim(), changes, codeLists };
  const fault = propose.faultOf(item);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    propose.mutate(item, { onSuccess: ({ id }) => go(`/proposals/${id}`) });
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
  const clear = { clearButtonProps: { 'aria-label': words.shell.close }, maw: 620 };
  return (
    <Page title={t.propose} lead={t.proposeLead}>
      <form onSubmit={submit}>
        <Stack>
          <Panel title={t.what}>
            <Stack>
              <TextInput maw={620} label={t.proposalTitle} value={title} onChange={({ currentTarget }) => setTitle(currentTarget.value)} required />
              <TextInput maw={620} label={words.subgraphs.reason} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} required />
              <MultiSelect
                {...clear}
                label={words.subgraphs.subgraph}
                placeholder={subgraphs.length === 0 ? t.chooseSubgraphs : ''}
                value={[...subgraphs]}
                onChange={setSubgraphs}
                data={owners.map((value) => ({ value, label: words.owner(value) }))}
              />
              <MultiSelect
                {...clear}
                label={words.codeLists.list}
                searchable
                placeholder={listIds.length === 0 ? t.chooseLists : ''}
                value={[...listIds]}
                onChange={setListIds}
                data={[...new Set([...known.map(({ id }) => id), ...listIds])].map((value) => ({ value, label: nameOf(value) }))}
              />
            </Stack>
          </Panel>
          {subgraphs.map((subgraph) => (
            <Panel key={subgraph} title={t.nextOf(words.owner(subgraph))}>
              <NextText subgraph={subgraph} text={texts[subgraph]} change={(sdl) => setTexts((before) => ({ ...before, [subgraph]: sdl }))} />
            </Panel>
          ))}
          {listIds.map((listId) => (
            <Panel key={listId} title={t.nextOf(nameOf(listId))}>
              <NextCodes listId={listId} codes={codes[listId]} change={(next) => setCodes((before) => ({ ...before, [listId]: next }))} />
            </Panel>
          ))}
          <div>
            <Button type="submit" loading={propose.isPending} disabled={!isComplete}>
              {t.propose}
            </Button>
            {isComplete ? null : (
              <Text size="sm" c="var(--hub-quiet)" mt={4}>
                {t.notYetComplete}
              </Text>
            )}
          </div>
          {propose.isPending ? <AtWork>{words.subgraphs.checking}</AtWork> : null}
          <ActFault of={fault} place={fault instanceof HubRefusal ? placeInCodeList(fault.refused.field, codeLists, { words, nameOf }) : undefined} />
        </Stack>
      </form>
    </Page>
  );
}
