import { Paper, Table, Text } from '@mantine/core';
import type { ExceptionLineFragment } from '../../generated/operations';
import classes from '../shell/card-table.module.css';
import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';
import { EndExceptionButton } from './end-exception-button';

interface ExceptionTableProps {
  readonly exceptions: readonly ExceptionLineFragment[];
  readonly mayEnd: boolean;
}

/** Exceptions: from which rule, where, why, until when, by whom. */
export function ExceptionTable({ exceptions, mayEnd }: ExceptionTableProps) {
  const { words } = useWords();
  const dates = useDates();
  const t = words.exceptions;
  const now = new Date().toISOString();
  return (
    <Paper withBorder className={classes.paper}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.rule}</Table.Th>
            <Table.Th>{t.place}</Table.Th>
            <Table.Th>{words.subgraphs.reason}</Table.Th>
            <Table.Th>{t.until}</Table.Th>
            <Table.Th>{t.state}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {exceptions.map(({ id, subgraph, rule, coordinate, severity, reason, until, exceptedAt, excepted, endedAt }) => {
            const isInForce = endedAt === null && until > now;
            return (
              <Table.Tr key={id}>
                <Table.Td>
                  <Text size="sm" fw={600}>
                    {t.rules[rule as keyof typeof t.rules] ?? rule}
                  </Text>
                  <Text size="xs" c="var(--hub-quiet)" ff="monospace">
                    {rule}
                  </Text>
                  <Text size="xs">{t.severity[severity]}</Text>
                </Table.Td>
                <Table.Td data-label={t.place}>
                  <div>
                    {words.owner(subgraph)}
                    <Text size="xs" c="var(--hub-quiet)" ff={coordinate === null ? 'text' : 'monospace'} style={{ overflowWrap: 'anywhere' }}>
                      {coordinate ?? t.whole}
                    </Text>
                  </div>
                </Table.Td>
                <Table.Td data-label={words.subgraphs.reason} style={{ overflowWrap: 'anywhere' }}>
                  <div>
                    {reason}
                    <Text size="xs" c="var(--hub-quiet)">
                      {excepted.userId} · {words.role(excepted.role)} · {dates.minute(exceptedAt)}
                    </Text>
                  </div>
                </Table.Td>
                <Table.Td data-label={t.until}>{dates.day(until)}</Table.Td>
                <Table.Td data-label={t.state}>
                  {isInForce ? (
                    <div>
                      <Text size="sm" c="var(--hub-good)" fw={600} mb={mayEnd ? 4 : 0}>
                        {t.inForce}
                      </Text>
                      {mayEnd ? <EndExceptionButton id={id} /> : null}
                    </div>
                  ) : (
                    <Text size="sm" c="var(--hub-quiet)">
                      {endedAt === null ? t.expired : t.ended(dates.day(endedAt))}
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
