import { CloseButton, Group, Table, TextInput } from '@mantine/core';
import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { useWords } from '../words/in-words';

interface CodeRowProps {
  readonly entry: CodeEntry;
  /** One that is not in force: its code and first day are still open, and it may be taken back. */
  readonly isNew: boolean;
  /** @param next undefined takes a new one back */
  readonly change: (next: CodeEntry | undefined) => void;
}

/** One code to edit: its names, from when until when it is valid, and what takes its place. What else a list tells of it is edited in a file. */
export function CodeRow({ entry, isNew, change }: CodeRowProps) {
  const { words } = useWords();
  const t = words.proposals;
  const { code, zh, en, validFrom, validTo, parentCode } = entry;
  const successors = entry.successorCodes.join(', ');
  const of = (name: string) => `${name} ${code}`.trim();
  // Once somebody has written them: what stands between two codes belongs to none yet.
  const changeSuccessors = (text: string) => {
    if (text !== successors) change({ ...entry, successorCodes: text.split(/[,，、\s]+/).filter(Boolean) });
  };
  return (
    <Table.Tr>
      <Table.Td>
        {isNew ? (
          <Group gap={4} wrap="nowrap">
            <TextInput size="xs" aria-label={words.codeLists.code} w={110} value={code} onChange={({ currentTarget }) => change({ ...entry, code: currentTarget.value.trim() })} />
            <CloseButton aria-label={of(t.takeBack)} onClick={() => change(undefined)} />
          </Group>
        ) : (
          <code>{code}</code>
        )}
      </Table.Td>
      <Table.Td>
        <TextInput size="xs" aria-label={of(t.nameZh)} value={zh} onChange={({ currentTarget }) => change({ ...entry, zh: currentTarget.value })} />
      </Table.Td>
      <Table.Td>
        <TextInput size="xs" aria-label={of(t.nameEn)} value={en} onChange={({ currentTarget }) => change({ ...entry, en: currentTarget.value })} />
      </Table.Td>
      <Table.Td>
        {isNew ? (
          <TextInput size="xs" type="date" aria-label={of(t.validFrom)} value={validFrom ?? ''} onChange={({ currentTarget }) => change({ ...entry, validFrom: currentTarget.value || null })} />
        ) : (
          (validFrom ?? '–')
        )}
      </Table.Td>
      <Table.Td>
        <TextInput size="xs" type="date" aria-label={of(t.validTo)} value={validTo ?? ''} onChange={({ currentTarget }) => change({ ...entry, validTo: currentTarget.value || null })} />
      </Table.Td>
      <Table.Td>
        <TextInput size="xs" aria-label={of(t.successors)} w={100} key={successors} defaultValue={successors} onBlur={({ currentTarget }) => changeSuccessors(currentTarget.value)} />
      </Table.Td>
      <Table.Td>
        {isNew ? <TextInput size="xs" aria-label={of(words.codeLists.parent)} w={100} value={parentCode ?? ''} onChange={({ currentTarget }) => change({ ...entry, parentCode: currentTarget.value.trim() || null })} /> : (parentCode ?? '–')}
      </Table.Td>
    </Table.Tr>
  );
}
