import { Badge, Group, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { CodesOfListDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import classes from '../shell/card-table.module.css';
import { Pager } from '../shell/pager';
import { EmptyNote } from '../states/empty-note';
import { useWords } from '../words/in-words';

/** The codes of a list, those valid on a day or at any time, found by their name; a hundred at a time. */
export function Codes({ list }: { readonly list: string }) {
  const { words, language } = useWords();
  const [asOf, setAsOf] = useState('');
  const [name, setName] = useState('');
  const [sought] = useDebouncedValue(name.trim(), 250);
  // The cursors that lead to the page that is shown.
  const [trail, setTrail] = useState<readonly string[]>([]);
  const codes = useAnswer(CodesOfListDocument, { list, asOf: asOf === '' ? null : asOf, zh: sought === '' ? null : sought, after: trail.at(-1) ?? null });
  const t = words.codeLists;
  return (
    <>
      <Group gap="sm" align="flex-end" mb="sm" role="search">
        <TextInput
          w={{ base: '100%', sm: 260 }}
          label={t.name}
          placeholder={t.nameHint}
          value={name}
          onChange={({ currentTarget }) => {
            setName(currentTarget.value);
            setTrail([]);
          }}
        />
        <TextInput
          type="date"
          label={t.asOf}
          value={asOf}
          onChange={({ currentTarget }) => {
            setAsOf(currentTarget.value);
            setTrail([]);
          }}
        />
      </Group>
      <Answered of={codes} field="codes" lines={8}>
        {({ nodes, totalCount, pageInfo }) =>
          nodes.length === 0 ? (
            <EmptyNote title={t.noCode} hint={t.noCodeHint} />
          ) : (
            <>
              <Text size="sm" c="var(--hub-quiet)" role="status">
                {t.found(totalCount)}
              </Text>
              <Table className={classes.table}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t.code}</Table.Th>
                    <Table.Th>{t.name}</Table.Th>
                    <Table.Th>{t.valid}</Table.Th>
                    <Table.Th>{t.parent}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {nodes.map(({ id, code, zh, en, validFrom, validTo, parent, successors }) => (
                    <Table.Tr key={id}>
                      <Table.Td>
                        <code>{code}</code>
                      </Table.Td>
                      <Table.Td>
                        {language === 'en' ? en : zh}
                        <Text size="xs" c="var(--hub-quiet)">
                          {language === 'en' ? zh : en}
                        </Text>
                      </Table.Td>
                      <Table.Td data-label={t.valid}>
                        {validFrom === null && validTo === null ? t.always : t.between(validFrom, validTo)}
                        {successors.length === 0 ? null : (
                          <Badge variant="default" size="sm" ml={6} tt="none">
                            {t.successors(successors.map((each) => each.code).join(words.comma))}
                          </Badge>
                        )}
                      </Table.Td>
                      <Table.Td data-label={t.parent}>{parent === null ? '–' : `${parent.code} ${parent.zh}`}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
              <Pager trail={trail} pageInfo={pageInfo} go={setTrail} />
            </>
          )
        }
      </Answered>
    </>
  );
}
