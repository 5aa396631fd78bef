import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { ResourceQuery } from '../../generated/operations';
import { FieldMeaning } from '../fields/field-meaning';
import classes from '../shell/card-table.module.css';
import { ClassMark } from '../shell/class-mark';
import { useWords } from '../words/in-words';

type Field = NonNullable<ResourceQuery['resourceCatalog']>[number]['fields'][number];

/** The fields of a resource, each with its class, its grade where it is not general data, and who may have it. */
export function ResourceFields({ fields, owner }: { readonly fields: readonly Field[]; readonly owner: string }) {
  const { words } = useWords();
  const t = words.catalogue;
  return (
    <Table className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.field}</Table.Th>
          <Table.Th>{t.meaning}</Table.Th>
          <Table.Th>{t.class}</Table.Th>
          <Table.Th>{t.audience}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fields.map((field) => (
          <Table.Tr key={field.coordinate}>
            <Table.Td>
              <Anchor component={Link} href={`/fields/${field.coordinate}`} ff="monospace" size="sm">
                {field.coordinate.split('.')[1]}
              </Anchor>
              <Text size="xs" c="var(--hub-quiet)" ff="monospace">
                {field.type}
              </Text>
              {field.owner === owner ? null : (
                <Text size="xs" c="var(--hub-quiet)">
                  {t.contributedBy(words.owner(field.owner))}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <FieldMeaning element={field.element} />
            </Table.Td>
            <Table.Td>
              <ClassMark of={field.class} />
              {field.grade === 'GENERAL' ? null : (
                <Text size="xs" c="var(--hub-soon)">
                  {words.grade[field.grade]}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <Text size="sm">{[...new Set(field.audience.flatMap(({ kinds }) => kinds))].map((kind) => words.kind(kind)).join(words.comma)}</Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
