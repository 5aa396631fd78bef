import { Table, Text } from '@mantine/core';
import type { FieldQuery } from '../../generated/operations';
import { WideTable } from '../shell/wide-table';
import { useWords } from '../words/in-words';

type Clause = NonNullable<FieldQuery['resourceCatalog']>[number]['fields'][number]['audience'][number];

/** Who may have a field: a clause in each row, whose conditions must all hold. */
export function AudienceTable({ audience }: { readonly audience: readonly Clause[] }) {
  const { words } = useWords();
  const t = words.fields;
  if (audience.length === 0) return <Text size="sm">{t.nobody}</Text>;
  return (
    <WideTable label={t.audience} least={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.kinds}</Table.Th>
            <Table.Th>{t.roles}</Table.Th>
            <Table.Th>{t.rows}</Table.Th>
            <Table.Th>{t.visibleFrom}</Table.Th>
            <Table.Th>{t.purposes}</Table.Th>
            <Table.Th>{t.basis}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {audience.map((clause, index) => (
            <Table.Tr key={index}>
              <Table.Td>
                {clause.kinds.map((kind) => words.kind(kind)).join(words.comma)}
                {clause.levels === null ? null : (
                  <Text size="xs" c="var(--hub-quiet)">
                    {clause.levels.map((level) => words.level(level)).join(words.comma)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{clause.roles === null ? t.any : clause.roles.map((role) => words.role(role)).join(words.comma)}</Table.Td>
              <Table.Td>
                {words.rows(clause.rows)}
                {clause.mask === null ? null : (
                  <Text size="xs" c="var(--hub-soon)">
                    {t.mask(clause.mask)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{clause.visibleFrom ?? t.always}</Table.Td>
              <Table.Td>{clause.purposes === null ? t.any : clause.purposes.map((purpose) => words.purpose(purpose)).join(words.comma)}</Table.Td>
              <Table.Td>{clause.basis === null ? '–' : `${words.basis(clause.basis.kind)} ${clause.basis.reference}`}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
  );
}
