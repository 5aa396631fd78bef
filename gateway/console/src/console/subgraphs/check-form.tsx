import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { CheckDocument } from '../../generated/operations';
import { ActFault } from '../asking/act-fault';
import { useAct } from '../asking/use-act';
import { AtWork } from '../states/at-work';
import { useWords } from '../words/in-words';

/** A next text of a subgraph, pasted or from a file, to check against what is in force (checkSchema); nothing is published by it. */
export function CheckForm({ subgraph }: { readonly subgraph: string }) {
  const { words } = useWords();
  const [, go] = useLocation();
  const [sdl, setSdl] = useState('');
  const check = useAct(CheckDocument, 'checkSchema');
  const item = { subgraph, sdl };
  const t = words.subgraphs;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check.mutate(item, { onSuccess: ({ id }) => go(`/checks/${id}`) });
  };
  return (
    <form onSubmit={submit}>
      <Stack align="flex-start">
        <Text size="sm" c="var(--hub-quiet)">
          {t.checkHint}
        </Text>
        <Textarea w="100%" label={t.sdl} rows={8} spellCheck={false} value={sdl} onChange={({ currentTarget }) => setSdl(currentTarget.value)} styles={{ input: { fontFamily: 'monospace' } }} />
        <Group>
          <Button type="submit" disabled={sdl.trim() === ''} loading={check.isPending}>
            {t.runCheck}
          </Button>
          <FileButton accept=".graphql,.graphqls,.gql" onChange={(file) => void file?.text().then(setSdl)}>
            {(props) => (
              <Button variant="default" {...props}>
                {t.chooseFile}
              </Button>
            )}
          </FileButton>
        </Group>
        {check.isPending ? <AtWork>{t.checking}</AtWork> : null}
        <ActFault of={check.faultOf(item)} />
      </Stack>
    </form>
  );
}
