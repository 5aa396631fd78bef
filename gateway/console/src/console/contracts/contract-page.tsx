import { SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { Fact } from '../shell/fact';
import { Page } from '../shell/page';
import { Panel } from '../shell/panel';
import { WideTable } from '../shell/wide-table';
import { useResourceName } from '../words/use-resource-name';
import { useWords } from '../words/in-words';
import { contentsOf } from './contents-of';
import { Delivered } from './delivered';
import { NameList } from './name-list';
import { useRegistry } from './use-registry';

/** One contract (数据契约): which questions, acts, types and fields it shows. */
export function ContractPage({ params: { variant } }: { readonly params: { readonly variant: string } }) {
  const { words, language } = useWords();
  const nameOf = useResourceName();
  const contents = useRegistry(`/registry/supergraph?variant=${encodeURIComponent(variant)}`, async (response) => contentsOf(await response.text()));
  const t = words.contracts;
  return (
    <Page title={t.contractOf(t.audience(variant))} lead={t.oneLead}>
      <Delivered of={contents}>
        {({ questions, acts, subscriptions, types }) => (
          <Stack>
            <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" component="dl" m={0}>
              <Fact name={t.questions}>{questions.length}</Fact>
              <Fact name={t.acts}>{acts.length}</Fact>
              <Fact name={t.subscriptions}>{subscriptions.length}</Fact>
              <Fact name={t.types}>{types.length}</Fact>
            </SimpleGrid>
            {[
              [t.questions, questions] as const,
              [t.acts, acts] as const,
              [t.subscriptions, subscriptions] as const,
            ].map(([title, names]) => (
              <Panel key={title} title={title}>
                {names.length === 0 ? <Text size="sm">{t.nothing}</Text> : <NameList names={names} />}
              </Panel>
            ))}
            <Panel title={t.types}>
              <WideTable label={t.types} least={300}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th w={{ base: '45%', sm: '14rem' }}>{t.type}</Table.Th>
                    <Table.Th>{words.catalogue.fields}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {types.map(({ name, zh, fields }) => (
                    <Table.Tr key={name}>
                      <Table.Td>
                        {language === 'en' ? nameOf(name) : (zh ?? nameOf(name))}
                        <Text size="xs" c="var(--hub-quiet)" ff="monospace">
                          {name}
                        </Text>
                      </Table.Td>
                      <Table.Td>
                        <NameList names={fields} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </WideTable>
            </Panel>
          </Stack>
        )}
      </Delivered>
    </Page>
  );
}
