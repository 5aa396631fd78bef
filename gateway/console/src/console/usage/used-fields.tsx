import { Anchor, Button, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { UsageOfSubgraphDocument, type SchemaUsageShown } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { WideTable } from '../shell/wide-table';
import { useWords } from '../words/in-words';
import { UsageGaps } from './usage-gaps';

const page = 100;

/** Fields, acts and inputs of a subgraph with how often they were asked in the last 30 days; what of that time is not known is said first. */
export function UsedFields({ subgraph, show }: { readonly subgraph: string; readonly show: SchemaUsageShown }) {
  const { words } = useWords();
  const [sought, setSought] = useState('');
  const [shown, setShown] = useState(page);
  const usage = useAnswer(UsageOfSubgraphDocument, { subgraph, days: 30, show });
  const t = words.usage;
  return (
    <Answered of={usage} field="schemaUsage" lines={8}>
      {({ fields, ...known }) => {
        const found = fields.filter(({ coordinate }) => coordinate.toLowerCase().includes(sought.trim().toLowerCase())).toSorted((one, other) => other.requests - one.requests);
        return (
          <Stack>
            <Text size="sm" c="var(--hub-quiet)" role="status">
              {t.found(found.length, known.since)}
            </Text>
            <UsageGaps of={known} />
            <TextInput maw={360} label={words.fields.search} placeholder="Sample.quantity" value={sought} onChange={({ currentTarget }) => setSought(currentTarget.value)} />
            {found.length === 0 ? (
              <Text size="sm">{t.none[show]}</Text>
            ) : (
              <WideTable label={t.shown[show]} least={560}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{words.fields.coordinate}</Table.Th>
                    <Table.Th ta="right">{t.requests}</Table.Th>
                    <Table.Th ta="right">{t.operations}</Table.Th>
                    <Table.Th ta="right">{t.parties}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {found.slice(0, shown).map(({ coordinate, deprecationReason, requests, operations, parties }) => (
                    <Table.Tr key={coordinate}>
                      <Table.Td>
                        <Anchor component={Link} href={`/fields/${coordinate}`} ff="monospace" size="sm" style={{ overflowWrap: 'anywhere' }}>
                          {coordinate}
                        </Anchor>
                        {deprecationReason === null ? null : (
                          <Text size="xs" c="var(--hub-soon)">
                            {t.deprecated(deprecationReason)}
                          </Text>
                        )}
                      </Table.Td>
                      <Table.Td ta="right">{requests.toLocaleString()}</Table.Td>
                      <Table.Td ta="right">{operations.toLocaleString()}</Table.Td>
                      <Table.Td ta="right">{parties.toLocaleString()}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </WideTable>
            )}
            {found.length > shown ? (
              <Button variant="default" onClick={() => setShown(shown + page)} style={{ alignSelf: 'center' }}>
                {words.fields.more(Math.min(page, found.length - shown))}
              </Button>
            ) : null}
          </Stack>
        );
      }}
    </Answered>
  );
}
