import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from 'wouter';
import { StateNote } from '../states/state-note';
import { useWords } from '../words/in-words';
import { Page } from './page';

/** An address that is no page. */
export function PageMissing() {
  const { words } = useWords();
  return (
    <Page title={words.states.missing}>
      <StateNote icon={<IconMapQuestion size={28} stroke={1.5} />} title={words.states.missingHint} actions={<Button component={Link} href="/">{words.states.toFirst}</Button>} />
    </Page>
  );
}
