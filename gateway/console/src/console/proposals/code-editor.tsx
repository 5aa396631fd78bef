import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { codeEntry, type CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { useState } from 'react';
import { WideTable } from '../shell/wide-table';
import { useWords } from '../words/in-words';
import { CodeRow } from './code-row';
import { meaningOf } from './meaning-of';

/** How many rows are edited at a time: of a list of thousands one looks for the code. */
const shown = 20;

interface CodeEditorProps {
  /** As they are in force: a code that is there keeps its name and its first day. */
  readonly before: readonly CodeEntry[];
  readonly codes: readonly CodeEntry[];
  readonly change: (codes: readonly CodeEntry[]) => void;
}

/** Codes of a list, found by code or name and edited in place; new ones come after them. */
export function CodeEditor({ before, codes, change }: CodeEditorProps) {
  const { words } = useWords();
  const [sought, setSought] = useState('');
  const t = words.codeLists;
  const has = (part: string) => part.toLowerCase().includes(sought.trim().toLowerCase());
  const rows = rowsOf(before, codes);
  // What is being added stays in sight, whatever is looked for.
  const found = rows.filter(({ entry: { code, zh, en }, isNew }) => !isNew && [code, zh, en].some(has));
  const listed = [...found.slice(0, shown), ...rows.filter(({ isNew }) => isNew)];
  const put = (place: number, next: CodeEntry | undefined) => change(codes.flatMap((entry, index) => (index === place ? (next ?? []) : entry)));
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <TextInput w={{ base: '100%', sm: 260 }} label={words.proposals.seekCode} value={sought} onChange={({ currentTarget }) => setSought(currentTarget.value)} />
        <Text size="sm" c="var(--hub-quiet)" role="status" pb={6}>
          {found.length > shown ? words.proposals.codesShown(shown, found.length) : t.found(found.length)}
        </Text>
      </Group>
      {listed.length === 0 ? null : (
        <WideTable label={t.codes} least={940}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.code}</Table.Th>
              <Table.Th miw={150}>{words.proposals.nameZh}</Table.Th>
              <Table.Th miw={150}>{words.proposals.nameEn}</Table.Th>
              <Table.Th>{words.proposals.validFrom}</Table.Th>
              <Table.Th>{words.proposals.validTo}</Table.Th>
              <Table.Th>{words.proposals.successors}</Table.Th>
              <Table.Th>{t.parent}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {listed.map(({ entry, place, isNew }) => (
              <CodeRow key={place} entry={entry} isNew={isNew} change={(next) => put(place, next)} />
            ))}
          </Table.Tbody>
        </WideTable>
      )}
      <div>
        <Button variant="default" onClick={() => change([...codes, codeEntry({ code: '', zh: '', en: '' })])}>
          {words.proposals.addCode}
        </Button>
      </div>
    </Stack>
  );
}

/** Each entry with its place, and whether it is there only since it was added here: also one that, while it is written, has the name of another. */
function rowsOf(before: readonly CodeEntry[], codes: readonly CodeEntry[]): readonly { readonly entry: CodeEntry; readonly place: number; readonly isNew: boolean }[] {
  const left = new Set(before.map(meaningOf));
  return codes.map((entry, place) => ({ entry, place, isNew: !left.delete(meaningOf(entry)) }));
}
