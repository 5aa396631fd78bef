import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { lazy, Suspense, useMemo, useState } from 'react';
import { CodesInForceDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Loading } from '../states/loading';
import { useWords } from '../words/in-words';
import { changedCodes } from './changed-codes';
import { CodeEditor } from './code-editor';
import { codesInFile } from './codes-in-file';
import { SaveCodes } from './save-codes';

const SdlDiff = lazy(() => import('../subgraphs/sdl-diff').then(({ SdlDiff }) => ({ default: SdlDiff })));

interface NextCodesProps {
  readonly listId: string;
  /** The next codes; undefined as long as they are as those in force. */
  readonly codes: readonly CodeEntry[] | undefined;
  readonly change: (codes: readonly CodeEntry[] | undefined) => void;
}

/** The codes of a list that are in force, to edit one by one, or to replace by a file; beneath them what would change. */
export function NextCodes({ listId, codes, change }: NextCodesProps) {
  const inForce = useAnswer(CodesInForceDocument, { listId });
  return (
    <Answered of={inForce} field="codeList" lines={8}>
      {({ current: { version, content } }) => <CodesToChange key={version} {...{ listId, codes, change, version, content }} />}
    </Answered>
  );
}

function CodesToChange({ listId, codes, change, version, content }: NextCodesProps & { readonly version: number; readonly content: string }) {
  const { words } = useWords();
  const [noCodes, setNoCodes] = useState<string>();
  const before = useMemo(() => codesInFile(content) ?? [], [content]);
  const changed = useMemo(() => (codes === undefined ? undefined : changedCodes(listId, before, codes)), [listId, before, codes]);
  const t = words.proposals;
  const propose = (next: readonly CodeEntry[]) => {
    setNoCodes(undefined);
    change(changedCodes(listId, before, next) === undefined ? undefined : next);
  };
  const read = async (file: File) => {
    const next = codesInFile(await file.text());
    if (next === undefined) setNoCodes(file.name);
    else propose(next);
  };
  return (
    <Stack>
      <Text size="sm" c="var(--hub-quiet)">
        {t.editCodesHint(version)}
      </Text>
      <CodeEditor before={before} codes={codes ?? before} change={propose} />
      <Group gap="sm">
        <FileButton accept=".json,application/json" onChange={(file) => void (file && read(file))}>
          {(props) => (
            <Button variant="default" {...props}>
              {words.subgraphs.chooseFile}
            </Button>
          )}
        </FileButton>
        <SaveCodes listId={listId} codes={codes ?? before} />
      </Group>
      {noCodes === undefined ? null : (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t.noCodesInFile(noCodes)}
        </Text>
      )}
      {changed === undefined ? null : (
        <Suspense fallback={<Loading lines={6} />}>
          <div>
            <Text size="sm" fw={600} mb={4}>
              {t.wouldChange}
            </Text>
            <SdlDiff before={changed.before} after={changed.after} label={t.wouldChange} />
          </div>
        </Suspense>
      )}
    </Stack>
  );
}
