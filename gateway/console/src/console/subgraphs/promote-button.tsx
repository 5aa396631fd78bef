import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { PromoteDocument, type VersionLineFragment } from '../../generated/operations';
import { useAct } from '../asking/use-act';
import { useWords } from '../words/in-words';
import { ActFault } from './act-fault';

/** Brings an older version back as the next (promoteSchema), with a reason. */
export function PromoteButton({ version, inForce }: { readonly version: VersionLineFragment; readonly inForce: number }) {
  const { words } = useWords();
  const [isOpen, { open, close }] = useDisclosure();
  const [reason, setReason] = useState('');
  const promote = useAct(PromoteDocument, 'promoteSchema');
  const t = words.subgraphs;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    promote.mutate({ versionId: version.id, expectedVersion: inForce, reason: reason.trim() }, { onSuccess: close });
  };
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {t.promote}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t.promoteTitle(version.version)} closeButtonProps={{ 'aria-label': words.shell.close }} attributes={{ header: { role: 'none' } }}>
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm">{t.promoteHint}</Text>
            <TextInput label={t.reason} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} required data-autofocus />
            <ActFault of={promote.error} />
            <Button type="submit" loading={promote.isPending} disabled={reason.trim() === ''}>
              {t.promote}
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
