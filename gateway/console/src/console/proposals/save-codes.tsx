import { Button } from '@mantine/core';
import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { useWords } from '../words/in-words';

/** Saves the codes of a list as a file, in the form in which this page and `hub schema propose --code-list` take them: what is too much to edit here is edited there. */
export function SaveCodes({ listId, codes }: { readonly listId: string; readonly codes: readonly CodeEntry[] }) {
  const { words } = useWords();
  const save = () => {
    const address = URL.createObjectURL(new Blob([JSON.stringify({ codes }, null, 2)], { type: 'application/json' }));
    Object.assign(document.createElement('a'), { href: address, download: `${listId}.json` }).click();
    URL.revokeObjectURL(address);
  };
  return (
    <Button variant="subtle" onClick={save}>
      {words.proposals.saveCodes}
    </Button>
  );
}
