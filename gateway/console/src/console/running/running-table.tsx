import { Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconZzz } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { LatestVersionsDocument, type LatestVersionsQuery, type RunningQuery } from '../../generated/operations';
import { useAnswer } from '../asking/use-answer';
import classes from '../shell/card-table.module.css';
import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';

type Process = NonNullable<RunningQuery['runningSchemas']>[number];

interface RunningTableProps {
  readonly label: string;
  /** All that there ought to be, heard of or not. */
  readonly services: readonly string[];
  readonly processes: readonly Process[];
}

/** Processes beside the version that is in force for them; a service of which none was heard of lately is silent. */
export function RunningTable({ label, services, processes }: RunningTableProps) {
  const { words } = useWords();
  const dates = useDates();
  const latest = useAnswer(LatestVersionsDocument, {}, { every: 10_000 }).data?.data;
  const t = words.running;
  const isGateway = services.includes('gateway');
  const [has, besides] = isGateway ? [t.served, t.usageReported] : [t.enforced, t.built];
  return (
    <div role="group" aria-label={label}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.service}</Table.Th>
            <Table.Th>{t.verdict}</Table.Th>
            <Table.Th>{t.approved}</Table.Th>
            <Table.Th>{has}</Table.Th>
            <Table.Th>{besides}</Table.Th>
            <Table.Th>{t.heard}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {services.flatMap((service) => {
            const name = isGateway ? t.gateway : words.owner(service);
            const inForce = latest && versionInForce(latest, isGateway ? 'supergraph' : service);
            const heard = processes.filter((process) => process.service === service);
            if (heard.length === 0) {
              return [
                <Table.Tr key={service}>
                  <Table.Td fw={600}>{name}</Table.Td>
                  <Table.Td data-label={t.verdict}>{mark('var(--hub-late)', <IconZzz size={16} aria-hidden />, t.silent)}</Table.Td>
                  <Table.Td data-label={t.approved}>{told(inForce)}</Table.Td>
                  <Table.Td data-label={has}>–</Table.Td>
                  <Table.Td data-label={besides}>–</Table.Td>
                  <Table.Td data-label={t.heard}>–</Table.Td>
                </Table.Tr>,
              ];
            }
            return heard.map(({ instance, version, builtHash, builtVersion, contentHash, differing, current, heardAt, usageReportedAt }) => (
              <Table.Tr key={instance}>
                <Table.Td>
                  <Text size="sm" fw={600}>
                    {name}
                  </Text>
                  <Text size="xs" c="var(--hub-quiet)" ff="monospace">
                    {instance.slice(0, 8)}
                  </Text>
                </Table.Td>
                <Table.Td data-label={t.verdict}>
                  {current ? mark('var(--hub-good)', <IconCircleCheck size={16} aria-hidden />, t.current) : mark('var(--hub-soon)', <IconAlertTriangle size={16} aria-hidden />, t.behind)}
                </Table.Td>
                <Table.Td data-label={t.approved}>{told(inForce)}</Table.Td>
                <Table.Td data-label={has}>{contentHash === null ? t.ofItsCode : told(version)}</Table.Td>
                {isGateway ? (
                  <Table.Td data-label={besides}>{usageReportedAt === null ? t.noUsageToday : dates.second(usageReportedAt)}</Table.Td>
                ) : (
                  <Table.Td data-label={besides}>
                    <div>
                      {builtHash === contentHash ? t.sameText : told(builtVersion)}
                      {differing === null || differing === 0 ? null : (
                        <Text size="xs" c="var(--hub-soon)">
                          {t.differing(differing)}
                        </Text>
                      )}
                    </div>
                  </Table.Td>
                )}
                <Table.Td data-label={t.heard}>{dates.second(heardAt)}</Table.Td>
              </Table.Tr>
            ));
          })}
        </Table.Tbody>
      </Table>
    </div>
  );

  function told(version: number | null | undefined): string {
    if (version === undefined) return '–';
    return version === null ? t.unknownVersion : words.subgraphs.inForce(version);
  }
}

function mark(color: string, icon: ReactNode, text: string) {
  return (
    <Text span size="sm" fw={600} c={color} style={{ display: 'inline-flex', gap: 4, alignItems: 'center', whiteSpace: 'nowrap' }}>
      {icon}
      {text}
    </Text>
  );
}

/** The version of a subgraph that is in force, as the page of versions asks for them. */
function versionInForce(latest: LatestVersionsQuery, subgraph: string): number | undefined {
  const versions = Object.values(latest).find((each) => each?.nodes[0]?.subgraph === subgraph);
  return versions?.nodes[0]?.version;
}
