import { Anchor, Paper, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import classes from '../shell/card-table.module.css';
import { ClassMark } from '../shell/class-mark';
import { useWords } from '../words/in-words';
import { useResourceName } from '../words/use-resource-name';
import { FieldMeaning } from './field-meaning';
import type { FoundField } from './matching-fields';

/** Fields: where they stand, what they mean, whose they are, on which terms. */
export function FieldList({ fields }: { readonly fields: readonly FoundField[] }) {
  const { words } = useWords();
  const nameOf = useResourceName();
  const t = words.fields;
  return (
    <Paper withBorder className={classes.paper}>
      <Table className={classes.table} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.coordinate}</Table.Th>
            <Table.Th>{words.catalogue.meaning}</Table.Th>
            <Table.Th>{t.owner}</Table.Th>
            <Table.Th>{words.catalogue.class}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map(({ coordinate, type, owner, element, note, class: sharingClass }) => (
            <Table.Tr key={coordinate}>
              <Table.Td>
                <Anchor component={Link} href={`/fields/${coordinate}`} ff="monospace" size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {coordinate}
                </Anchor>
                <Text size="xs" c="var(--hub-quiet)">
                  {nameOf(coordinate.split('.')[0] ?? '')} · <span style={{ fontFamily: 'monospace' }}>{type}</span>
                </Text>
              </Table.Td>
              <Table.Td>
                <FieldMeaning element={element} note={note} />
              </Table.Td>
              <Table.Td data-label={t.owner}>{words.owner(owner)}</Table.Td>
              <Table.Td data-label={words.catalogue.class}>
                <ClassMark of={sharingClass} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
