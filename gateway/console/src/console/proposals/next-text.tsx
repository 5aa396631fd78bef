import { FileButton, Button, Stack, Text, Textarea } from '@mantine/core';
import { lazy, Suspense, useDeferredValue } from 'react';
import { TextInForceDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Loading } from '../states/loading';
import { useWords } from '../words/in-words';

const SdlDiff = lazy(() => import('../subgraphs/sdl-diff').then(({ SdlDiff }) => ({ default: SdlDiff })));

interface NextTextProps {
  readonly subgraph: string;
  /** The next text; undefined until somebody writes one. */
  readonly text: string | undefined;
  readonly change: (sdl: string) => void;
}

/** The text of a subgraph that is in force, to edit, or to replace by a file; beneath it what would change. */
export function NextText({ subgraph, text, change }: NextTextProps) {
  const { words } = useWords();
  const compared = useDeferredValue(text);
  const inForce = useAnswer(TextInForceDocument, { subgraph });
  const t = words.proposals;
  return (
    <Answered of={inForce} field="schemaVersions" lines={8}>
      {({ nodes: [version] }) => (
        <Stack align="flex-start">
          <Text size="sm" c="var(--hub-quiet)">
            {version === undefined ? words.subgraphs.noVersion : t.editHint(version.version)}
          </Text>
          <Textarea
            w="100%"
            label={t.textOf(words.owner(subgraph))}
            rows={14}
            spellCheck={false}
            value={text ?? version?.sdl ?? ''}
            onChange={({ currentTarget }) => change(currentTarget.value)}
            styles={{ input: { fontFamily: 'monospace', fontSize: '0.8rem', resize: 'vertical' } }}
          />
          <FileButton accept=".graphql,.graphqls,.gql" onChange={(file) => void file?.text().then(change)}>
            {(props) => (
              <Button variant="default" {...props}>
                {words.subgraphs.chooseFile}
              </Button>
            )}
          </FileButton>
          {compared === undefined || version === undefined ? null : (
            <Suspense fallback={<Loading lines={6} />}>
              <div style={{ width: '100%' }}>
                <Text size="sm" fw={600} mb={4}>
                  {t.wouldChange}
                </Text>
                <SdlDiff before={version.sdl} after={compared} label={t.wouldChange} />
              </div>
            </Suspense>
          )}
        </Stack>
      )}
    </Answered>
  );
}
