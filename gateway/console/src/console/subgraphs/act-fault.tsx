import { Alert, Code } from '@mantine/core';
import { HubRefusal } from '../asking/hub-refusal';
import { useWords } from '../words/in-words';

/** Why an act was not done, in the hub's words. */
export function ActFault({ of }: { readonly of: Error | null }) {
  const { words } = useWords();
  if (of === null) return null;
  const refused = of instanceof HubRefusal ? of.refused : undefined;
  return (
    <Alert color="red" variant="default" role="alert" title={words.subgraphs.notDone}>
      {refused === undefined ? words.states.unreachableHint : refused.message} {refused?.code === undefined ? null : <Code>{refused.code}</Code>}
    </Alert>
  );
}
