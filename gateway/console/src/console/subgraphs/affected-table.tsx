import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import { WideTable } from '../shell/wide-table';
import { usePartyName } from '../words/use-party-name';
import { useWords } from '../words/in-words';

interface Use {
  readonly coordinate: string | null;
  readonly operation?: string | null;
  readonly client: string | null;
  readonly partyId: string | null;
  readonly requests: number;
}

/** Who used what a change concerns: party, client and operation, most requests first. */
export function AffectedTable({ uses }: { readonly uses: readonly Use[] }) {
  const { words } = useWords();
  const partyName = usePartyName();
  const t = words.usage;
  if (uses.length === 0) return <Text size="sm">{t.nobodyAffected}</Text>;
  return (
    <WideTable label={t.affected} least={560}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.fields.coordinate}</Table.Th>
          <Table.Th>{words.fields.party}</Table.Th>
          <Table.Th>{t.client}</Table.Th>
          <Table.Th>{t.operation}</Table.Th>
          <Table.Th ta="right">{t.requests}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {uses.map(({ coordinate, operation = null, client, partyId, requests }, index) => (
          <Table.Tr key={index}>
            <Table.Td>
              <Anchor component={Link} href={`/fields/${coordinate ?? ''}`} ff="monospace" size="sm">
                {coordinate}
              </Anchor>
            </Table.Td>
            <Table.Td>{partyName(partyId)}</Table.Td>
            <Table.Td>{client === null || client === '' ? t.unnamed : client}</Table.Td>
            <Table.Td>{operation === null || operation === '' ? t.unnamed : operation}</Table.Td>
            <Table.Td ta="right">{requests.toLocaleString()}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
