import { Anchor, Stack, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import classes from '../shell/card-table.module.css';
import { Panel } from '../shell/panel';
import { useWords } from '../words/in-words';
import { owners } from '../words/owners';
import { useResourceName } from '../words/use-resource-name';
import { contributionsOf, type PictureResource } from './linked-types';

/** The picture as a list: each owner's entities, and what others contribute to them. */
export function ContributionList({ resources }: { readonly resources: readonly PictureResource[] }) {
  const { words } = useWords();
  const nameOf = useResourceName();
  const contributions = contributionsOf(resources);
  const t = words.supergraph;
  return (
    <Stack gap="md">
      {owners.map((owner) => (
        <Panel key={owner} title={words.owner(owner)}>
          <Table className={classes.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.entity}</Table.Th>
                <Table.Th ta="right">{words.catalogue.fields}</Table.Th>
                <Table.Th>{t.contributed}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {resources.filter((resource) => resource.owner === owner).map(({ type, fields }) => (
                <Table.Tr key={type}>
                  <Table.Td>
                    <Anchor component={Link} href={`/catalogue/${type}`} fw={600}>
                      {nameOf(type)}
                    </Anchor>{' '}
                    <Text span size="xs" c="var(--hub-quiet)" ff="monospace">
                      {type}
                    </Text>
                  </Table.Td>
                  <Table.Td data-label={words.catalogue.fields} ta="right">
                    {fields.length}
                  </Table.Td>
                  <Table.Td>
                    {contributions.filter(({ to }) => to === type).map((contribution) => (
                      <Text key={contribution.by} size="sm">
                        {words.owner(contribution.by)}
                        <Text span size="xs" c="var(--hub-quiet)" ff="monospace" ml={6} style={{ overflowWrap: 'anywhere' }}>
                          {contribution.fields.join(', ')}
                        </Text>
                      </Text>
                    ))}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Panel>
      ))}
    </Stack>
  );
}
