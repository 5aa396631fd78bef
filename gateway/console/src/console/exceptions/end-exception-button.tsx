import { Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { EndExceptionDocument } from '../../generated/operations';
import { ActFault } from '../asking/act-fault';
import { useAct } from '../asking/use-act';
import { useWords } from '../words/in-words';

/** Ends an exception before its time (endSchemaRuleException), after a word of what that means. */
export function EndExceptionButton({ id }: { readonly id: string }) {
  const { words } = useWords();
  const [isOpen, { open, close }] = useDisclosure();
  const end = useAct(EndExceptionDocument, 'endSchemaRuleException');
  const t = words.exceptions;
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {t.end}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t.endTitle} closeButtonProps={{ 'aria-label': words.shell.close }} attributes={{ header: { role: 'none' } }}>
        <Stack>
          <Text size="sm">{t.endHint}</Text>
          <ActFault of={end.error} />
          <Button color="red.8" loading={end.isPending} onClick={() => end.mutate({ exceptionId: id }, { onSuccess: close })} data-autofocus>
            {t.end}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
