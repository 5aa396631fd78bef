import { Table, Text } from '@mantine/core';
import { UsageByAskerDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import classes from '../shell/card-table.module.css';
import { usePartyName } from '../words/use-party-name';
import { useWords } from '../words/in-words';

/** Who asks, by party and client, in the last 30 days, most requests first. */
export function AskersTable({ of }: { readonly of: { readonly coordinates: readonly string[] } | { readonly subgraph: string } }) {
  const { words } = useWords();
  const partyName = usePartyName();
  const askers = useAnswer(UsageByAskerDocument, { subgraph: null, coordinates: null, ...of, days: 30 });
  const t = words.usage;
  return (
    <Answered of={askers} field="fieldUsage" lines={4}>
      {(uses) =>
        uses.length === 0 ? (
          <Text size="sm" c="var(--hub-quiet)">
            {t.nobody}
          </Text>
        ) : (
          <div role="group" aria-label={t.askers}>
            <Table className={classes.table}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.fields.party}</Table.Th>
                  <Table.Th>{t.client}</Table.Th>
                  <Table.Th ta="right">{t.requests}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {uses.map(({ partyId, client, requests }) => (
                  <Table.Tr key={`${partyId ?? ''} ${client ?? ''}`}>
                    <Table.Td>{partyName(partyId)}</Table.Td>
                    <Table.Td data-label={t.client}>{client === null || client === '' ? t.unnamed : client}</Table.Td>
                    <Table.Td data-label={t.requests} ta="right">{requests.toLocaleString()}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )
      }
    </Answered>
  );
}
