import { Button, Code, Text } from '@mantine/core';
import { IconCloudOff, IconLock, IconUserQuestion } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Refused } from '../asking/hub-refusal';
import { useSignedIn } from '../sign-in/signed-in';
import { useWords } from '../words/in-words';
import { StateNote } from './state-note';

interface RefusedNoteProps {
  /** Undefined where no hub could be reached. */
  readonly refused: Refused | undefined;
  readonly again: () => void;
}

/** Why something is not shown, in the hub's own words, and what to do: sign in, ask as somebody else, apply, or try again. */
export function RefusedNote({ refused, again }: RefusedNoteProps) {
  const { words } = useWords();
  const { leave } = useSignedIn();
  const t = words.states;
  const retry = (
    <Button variant="default" onClick={again}>
      {t.again}
    </Button>
  );
  if (refused?.code === 'UNAUTHENTICATED') {
    return (
      <StateNote icon={<IconUserQuestion size={28} stroke={1.5} />} title={t.signedOut} actions={<Button onClick={leave}>{t.signIn}</Button>} role="alert">
        <Text size="sm">{refused.message}</Text>
      </StateNote>
    );
  }
  if (refused?.code === undefined || !isDenial(refused.code)) {
    return (
      <StateNote icon={<IconCloudOff size={28} stroke={1.5} />} title={refused === undefined ? t.unreachable : t.failed} actions={retry} role="alert">
        <Text size="sm">{refused === undefined || refused.message === '' ? t.unreachableHint : refused.message}</Text>
        {refused?.code === undefined ? null : <Code>{refused.code}</Code>}
      </StateNote>
    );
  }
  const actions = (
    <>
      <Button variant="default" onClick={leave}>
        {t.otherIdentity}
      </Button>
      <Button variant="subtle" component={Link} href="/catalogue">
        {t.whoMay}
      </Button>
    </>
  );
  return (
    <StateNote icon={<IconLock size={28} stroke={1.5} />} title={t.denied} actions={actions} role="status">
      <Text size="sm">{refused.message}</Text>
      <Code>{refused.code}</Code>
    </StateNote>
  );
}

/** Refused by the terms of sharing, and not for a fault. */
export function isDenial(code: string): boolean {
  return code.startsWith('SHARING_') || code === 'ACT_NOT_PERMITTED' || code === 'EXPLANATION_OF_OTHERS';
}
