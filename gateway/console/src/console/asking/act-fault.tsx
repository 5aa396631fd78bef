import { Alert, Code, Text } from '@mantine/core';
import { useWords } from '../words/in-words';
import { HubRefusal } from './hub-refusal';

interface ActFaultProps {
  readonly of: Error | null;
  /** Where in what was sent, as the page calls it. */
  readonly place?: string | undefined;
}

/** Why an act was not done, in the hub's words. */
export function ActFault({ of, place }: ActFaultProps) {
  const { words } = useWords();
  if (of === null) return null;
  const refused = of instanceof HubRefusal ? of.refused : undefined;
  return (
    <Alert color="red" variant="default" role="alert" title={words.states.notDone}>
      {place === undefined ? null : <Text fw={600}>{place}</Text>}
      {refused === undefined ? words.states.unreachableHint : refused.message} {refused?.code === undefined ? null : <Code>{refused.code}</Code>}
    </Alert>
  );
}
