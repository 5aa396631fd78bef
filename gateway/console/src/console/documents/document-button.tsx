import { Button, VisuallyHidden } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ActFault } from '../asking/act-fault';
import { useSignedIn } from '../sign-in/signed-in';
import { useResourceName } from '../words/use-resource-name';
import { useWords } from '../words/in-words';
import { documentOf } from './document-of';
import { fetchDocument } from './fetch-document';
import { saveAs } from './save-as';

interface DocumentButtonProps {
  readonly type: string;
  readonly id: string;
}

/** Saves the document on paper (PDF) that tells of a row, where there is one: with what the viewer may see of it, and the rest marked. */
export function DocumentButton({ type, id }: DocumentButtonProps) {
  const { words, language } = useWords();
  const { asker } = useSignedIn();
  const nameOf = useResourceName();
  const address = documentOf(type, id);
  const fetching = useMutation({
    mutationFn: (from: string) => fetchDocument(from, { token: asker?.token, language }),
    onSuccess: ({ content, fileName }) => saveAs(content, fileName),
  });
  if (address === undefined) return null;
  return (
    <>
      <Button variant="subtle" size="compact-xs" loading={fetching.isPending} onClick={() => fetching.mutate(address)}>
        PDF
        <VisuallyHidden>{words.documents.of(nameOf(type))}</VisuallyHidden>
      </Button>
      <ActFault of={fetching.error} />
    </>
  );
}
