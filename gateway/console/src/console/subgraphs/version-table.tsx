import { Anchor, Group, Radio, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { VersionLineFragment } from '../../generated/operations';
import { useViewer } from '../shell/use-viewer';
import { WideTable } from '../shell/wide-table';
import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';
import { PromoteButton } from './promote-button';
import { RetireButton } from './retire-button';
import { VersionAuthor } from './version-author';
import { VersionReason } from './version-reason';

interface VersionTableProps {
  /** Latest first. */
  readonly versions: readonly VersionLineFragment[];
  readonly from: string | undefined;
  readonly to: string;
  readonly pick: (next: { readonly from: string } | { readonly to: string }) => void;
}

/** The versions of a subgraph, of which two are picked to lie side by side; a data steward brings an older one back. */
export function VersionTable({ versions, from, to, pick }: VersionTableProps) {
  const { words } = useWords();
  const dates = useDates();
  const viewer = useViewer();
  const t = words.subgraphs;
  const latest = versions[0];
  const maySteward = viewer?.role === 'DATA_STEWARD' && latest?.subgraph !== 'supergraph';
  return (
    <WideTable label={t.versionsLabel} least={620}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.version}</Table.Th>
            <Table.Th>{t.published}</Table.Th>
            <Table.Th>{t.reason}</Table.Th>
            <Table.Th>{t.check}</Table.Th>
            <Table.Th>{t.old}</Table.Th>
            <Table.Th>{t.new}</Table.Th>
            {maySteward ? <Table.Th>{t.act}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map((version) => (
            <Table.Tr key={version.id}>
              <Table.Td fw={600}>
                {version.version}
                {version === latest ? (
                  <Text size="xs" c="var(--hub-good)">
                    {t.current}
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td>
                {dates.minute(version.publishedAt)}
                <Text size="xs" c="var(--hub-quiet)">
                  <VersionAuthor of={version} />
                </Text>
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <VersionReason of={version} />
              </Table.Td>
              <Table.Td>
                {version.check === null ? (
                  '–'
                ) : (
                  <Anchor component={Link} href={`/checks/${version.check.id}`} size="sm">
                    {t.status[version.check.status]}
                  </Anchor>
                )}
              </Table.Td>
              <Table.Td>
                <Radio name="from" checked={from === version.id} onChange={() => pick({ from: version.id })} aria-label={t.asOld(version.version)} />
              </Table.Td>
              <Table.Td>
                <Radio name="to" checked={to === version.id} onChange={() => pick({ to: version.id })} aria-label={t.asNew(version.version)} />
              </Table.Td>
              {maySteward ? <Table.Td>
                  {version === latest || latest === undefined || version.retired !== null ? null : (
                    <Group gap={6} wrap="nowrap">
                      <PromoteButton version={version} inForce={latest} />
                      {version.contentHash === latest.contentHash ? null : <RetireButton version={version} />}
                    </Group>
                  )}
                </Table.Td> : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
  );
}
