import { sheetHeader } from '@hub/imports/sheets/sheet-header.js';
import { Button, FileButton, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { ActFault } from '../asking/act-fault';
import { saveAs } from '../documents/save-as';
import { useSignedIn } from '../sign-in/signed-in';
import { useWords } from '../words/in-words';
import { askSheets } from './ask-sheets';
import type { SheetAct } from './use-sheet-acts';

/** One act: its sheet to be saved, and a filled-in one to be sent, whose answer is saved beside it. */
export function SheetRow({ of: { act, title, sheet } }: { readonly of: SheetAct }) {
  const { words, language } = useWords();
  const { asker } = useSignedIn();
  const t = words.sheets;
  const name = title[language];
  const forgetFile = useRef<() => void>(null);
  const fetching = useMutation({
    mutationFn: async () => {
      const response = await askSheets(sheet, { token: asker?.token, language });
      saveAs(await response.blob(), `${act}.xlsx`);
      return sheetHeader(response);
    },
  });
  const sending = useMutation({
    mutationFn: async (file: File) => {
      const response = await askSheets(sheet, { token: asker?.token, language }, file);
      saveAs(await response.blob(), file.name.replace(/(\.xlsx)?$/i, `-${t.answer}.xlsx`));
      return sheetHeader(response);
    },
  });
  const send = (file: File | null) => {
    // A browser tells of no file that is chosen twice, and once it is mended it has the same name.
    forgetFile.current?.();
    if (file) sending.mutate(file);
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600}>{name}</Text>
        <code>{act}</code>
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          <Button variant="default" size="xs" leftSection={<IconDownload size={16} aria-hidden />} loading={fetching.isPending} onClick={() => fetching.mutate()}>
            {t.fetch}
            <VisuallyHidden>{`: ${name}`}</VisuallyHidden>
          </Button>
          <FileButton accept=".xlsx" resetRef={forgetFile} onChange={send}>
            {(props) => (
              <Button {...props} variant="default" size="xs" leftSection={<IconUpload size={16} aria-hidden />} loading={sending.isPending}>
                {t.send}
                <VisuallyHidden>{`: ${name}`}</VisuallyHidden>
              </Button>
            )}
          </FileButton>
        </Group>
        {fetching.data?.more ? (
          <Text role="status" size="sm" mt={4}>
            {fetching.data.waiting > 0 ? t.more(fetching.data.waiting) : t.tooLong}
          </Text>
        ) : null}
        {sending.data ? (
          <Text role="status" size="sm" mt={4}>
            {t.became(sending.data)}
          </Text>
        ) : null}
        <ActFault of={sending.error ?? fetching.error} />
      </Table.Td>
    </Table.Tr>
  );
}
