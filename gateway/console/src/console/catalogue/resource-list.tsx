import { Anchor, Paper, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { CatalogueQuery } from '../../generated/operations';
import classes from '../shell/card-table.module.css';
import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';
import { useResourceName } from '../words/use-resource-name';
import { Freshness } from './freshness';

type Resource = NonNullable<CatalogueQuery['resourceCatalog']>[number];

/** Resources: what, whose, how much, how fresh, and how many of its fields want an application. */
export function ResourceList({ resources }: { readonly resources: readonly Resource[] }) {
  const { words, language } = useWords();
  const dates = useDates();
  const nameOf = useResourceName();
  const t = words.catalogue;
  return (
    <Paper withBorder className={classes.paper}>
      <Table className={classes.table} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.resource}</Table.Th>
            <Table.Th>{t.owner}</Table.Th>
            <Table.Th ta="right">{t.records}</Table.Th>
            <Table.Th>{t.newestChange}</Table.Th>
            <Table.Th>{t.freshness}</Table.Th>
            <Table.Th ta="right">{t.fields}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {resources.map(({ type, meaning, owner, records, newestChange, timeliness, fields }) => {
            const onApplication = fields.filter((field) => field.class === 'CONDITIONAL').length;
            return (
              <Table.Tr key={type}>
                <Table.Td className={classes.what}>
                  <Anchor component={Link} href={`/catalogue/${type}`} fw={600}>
                    {nameOf(type)}
                  </Anchor>{' '}
                  {language === 'en' ? null : <code>{type}</code>}
                  <Text size="xs" c="var(--hub-quiet)" lineClamp={2}>
                    {language === 'en' ? meaning : null}
                  </Text>
                </Table.Td>
                <Table.Td data-label={t.owner}>{words.owner(owner)}</Table.Td>
                <Table.Td data-label={t.records} ta="right" className={classes.figure}>
                  {records === null ? <Text size="xs" c="var(--hub-quiet)">{t.notCounted}</Text> : records.toLocaleString()}
                </Table.Td>
                <Table.Td data-label={t.newestChange} className={classes.time}>{newestChange === null ? '–' : dates.minute(newestChange)}</Table.Td>
                <Table.Td data-label={t.freshness}>
                  <Freshness timeliness={timeliness} />
                </Table.Td>
                <Table.Td data-label={t.fields} ta="right" className={classes.figure}>
                  {fields.length}
                  {onApplication === 0 ? null : (
                    <Text size="xs" c="var(--hub-soon)">
                      {t.onApplication(onApplication)}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
