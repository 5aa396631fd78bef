import { Table, Text } from '@mantine/core';
import type { ResourceQuery } from '../../generated/operations';
import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';

type Holding = NonNullable<NonNullable<ResourceQuery['resourceCatalog']>[number]['holdings']>[number];

/** Who holds how much of a resource. */
export function HoldingTable({ holdings }: { readonly holdings: readonly Holding[] }) {
  const { words } = useWords();
  const dates = useDates();
  const t = words.catalogue;
  if (holdings.length === 0) {
    return (
      <Text size="sm" c="var(--hub-quiet)">
        {t.noHoldings}
      </Text>
    );
  }
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.holder}</Table.Th>
          <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
            {t.records}
          </Table.Th>
          <Table.Th>{t.newestChange}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {holdings.map(({ holderId, holder, records, newestChange }) => (
          <Table.Tr key={holderId}>
            <Table.Td>{holder?.name ?? holderId}</Table.Td>
            <Table.Td ta="right">{records === null ? t.notCounted : records.toLocaleString()}</Table.Td>
            <Table.Td>{newestChange === null ? '–' : dates.minute(newestChange)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
