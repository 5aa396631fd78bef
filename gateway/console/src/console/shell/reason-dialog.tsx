import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type FormEvent, type ReactNode } from 'react';
import { AtWork } from '../states/at-work';
import { useWords } from '../words/in-words';

interface ReasonDialogProps {
  /** What stands on the button that opens it, and on the one that does it. */
  readonly act: string;
  readonly title: string;
  /** What will come of it. */
  readonly children: ReactNode;
  readonly isPending: boolean;
  /** Why it was not done, for just this reason. */
  readonly fault: (reason: string) => ReactNode;
  /** A word that is to be written before it is done; none where the reason is enough. */
  readonly word?: string;
  readonly isGrave?: boolean;
  /** Whether what is to be seen before has been seen. */
  readonly isReady?: boolean;
  /** Whether what it shows is as wide as a page. */
  readonly isWide?: boolean;
  /** In a line of a table, or beneath a text. */
  readonly size?: 'compact-sm' | 'sm';
  readonly submit: (reason: string, close: () => void) => void;
}

/** A button that asks before it acts: what will come of it, why, and for what is grave a word of confirmation. */
export function ReasonDialog({ act, title, children, isPending, fault, word, isGrave = false, isReady = true, isWide = false, size = 'compact-sm', submit }: ReasonDialogProps) {
  const { words } = useWords();
  const [isOpen, { open, close }] = useDisclosure();
  const [reason, setReason] = useState('');
  const [written, setWritten] = useState('');
  const isConfirmed = word === undefined || written.trim() === word;
  const color = isGrave ? { color: 'red.8' } : {};
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit(reason.trim(), close);
  };
  return (
    <>
      <Button size={size} variant="default" onClick={open} style={{ whiteSpace: 'nowrap' }}>
        {act}
      </Button>
      <Modal size={isWide ? '72rem' : 'md'} opened={isOpen} onClose={close} title={title} closeButtonProps={{ 'aria-label': words.shell.close }} attributes={{ header: { role: 'none' } }}>
        <form onSubmit={send}>
          <Stack>
            {children}
            <TextInput label={words.subgraphs.reason} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} required data-autofocus />
            {word === undefined ? null : <TextInput label={words.shell.confirmBy(word)} value={written} onChange={({ currentTarget }) => setWritten(currentTarget.value)} autoComplete="off" spellCheck={false} required />}
            {isPending ? <AtWork>{words.states.atWork}</AtWork> : null}
            {fault(reason.trim())}
            <Button type="submit" loading={isPending} disabled={reason.trim() === '' || !isConfirmed || !isReady} {...color}>
              {act}
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
