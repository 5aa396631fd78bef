import { Group, Select, SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import type { SchemaUsageShown } from '../../generated/operations';
import { Page } from '../shell/page';
import { Panel } from '../shell/panel';
import { useWords } from '../words/in-words';
import { owners } from '../words/owners';
import { AskersTable } from './askers-table';
import { UsageCalendar } from './usage-calendar';
import { UsedFields } from './used-fields';

const shownOf: readonly SchemaUsageShown[] = ['ALL', 'UNUSED', 'DEPRECATED_AND_USED'];

/** How the schema of a subgraph is used (数据标准使用情况, 5.4.3 c): heat over time, who asks, which fields nobody asks, which are deprecated and asked all the same. */
export function UsagePage() {
  const { words } = useWords();
  const [subgraph, setSubgraph] = useState<string>(owners[0]);
  const [show, setShow] = useState<SchemaUsageShown>('ALL');
  const t = words.usage;
  return (
    <Page title={t.pageTitle} lead={t.lead}>
      <Group align="flex-end" gap="sm">
        <Select w={{ base: '100%', sm: 200 }} label={words.subgraphs.subgraph} allowDeselect={false} value={subgraph} onChange={(value) => setSubgraph(value ?? owners[0])} data={owners.map((value) => ({ value, label: words.owner(value) }))} />
        <Select w={{ base: '100%', sm: 260 }} label={t.show} allowDeselect={false} value={show} onChange={(value) => setShow(shownOf.find((each) => each === value) ?? 'ALL')} data={shownOf.map((value) => ({ value, label: t.shown[value] }))} />
      </Group>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Panel title={t.byDay}>
          <UsageCalendar label={t.byDay} of={{ subgraph }} />
        </Panel>
        <Panel title={t.askers}>
          <AskersTable of={{ subgraph }} />
        </Panel>
      </SimpleGrid>
      <Panel title={t.shown[show]}>
        <UsedFields key={`${subgraph} ${show}`} subgraph={subgraph} show={show} />
      </Panel>
    </Page>
  );
}
