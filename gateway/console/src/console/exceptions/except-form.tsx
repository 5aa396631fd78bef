import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ExceptRuleDocument, type SchemaRuleSeverity } from '../../generated/operations';
import { ActFault } from '../asking/act-fault';
import { useAct } from '../asking/use-act';
import { useWords } from '../words/in-words';
import { owners } from '../words/owners';
import { exceptableRules } from './exceptable-rules';

const day = 86_400_000;
const severities: readonly SchemaRuleSeverity[] = ['WARNING', 'OFF', 'ERROR'];

/** Excepts a place, or a whole schema, from a rule for a time, with a reason (exceptSchemaRule). */
export function ExceptForm() {
  const { words } = useWords();
  const [subgraph, setSubgraph] = useState<string | null>(null);
  const [rule, setRule] = useState<string | null>(null);
  const [coordinate, setCoordinate] = useState('');
  const [severity, setSeverity] = useState<SchemaRuleSeverity>('WARNING');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const except = useAct(ExceptRuleDocument, 'exceptSchemaRule');
  const t = words.exceptions;
  const place = coordinate.trim();
  const why = reason.trim();
  const item =
    subgraph === null || rule === null || until === '' || why === ''
      ? undefined
      : // To the end of that day in Asia/Shanghai.
        { subgraph, rule, ...(place !== '' && { coordinate: place }), severity, until: `${until}T15:59:59.000Z`, reason: why };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (item) except.mutate(item, { onSuccess: () => (setCoordinate(''), setReason('')) });
  };
  return (
    <form onSubmit={submit}>
      <Stack align="flex-start">
        <Text size="sm" c="var(--hub-quiet)">
          {t.addHint}
        </Text>
        <Group align="flex-end">
          <Select w={{ base: '100%', sm: 200 }} label={words.subgraphs.subgraph} value={subgraph} onChange={setSubgraph} data={owners.map((value) => ({ value, label: words.owner(value) }))} required />
          <Select w={{ base: '100%', sm: 280 }} label={t.rule} value={rule} onChange={setRule} data={exceptableRules.map((value) => ({ value, label: t.rules[value] }))} required />
          <TextInput w={{ base: '100%', sm: 240 }} label={t.coordinate} placeholder="Sample.quantity" value={coordinate} onChange={({ currentTarget }) => setCoordinate(currentTarget.value)} spellCheck={false} />
          <Select w={{ base: '100%', sm: 200 }} label={t.severityLabel} value={severity} onChange={(next) => setSeverity(next ?? 'WARNING')} data={severities.map((value) => ({ value, label: t.severity[value] }))} allowDeselect={false} />
        </Group>
        <Group align="flex-end" w="100%">
          <TextInput w={{ base: '100%', sm: 180 }} type="date" label={t.until} min={dayAfter(1)} max={dayAfter(364)} value={until} onChange={({ currentTarget }) => setUntil(currentTarget.value)} required />
          <TextInput flex={1} miw={{ base: '100%', sm: 0 }} maw="48.25rem" label={words.subgraphs.reason} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} required />
        </Group>
        <Button type="submit" loading={except.isPending} disabled={item === undefined}>
          {t.except}
        </Button>
        <ActFault of={item ? except.faultOf(item) : null} />
      </Stack>
    </form>
  );
}

/** A day so many days from now, as `YYYY-MM-DD`. */
function dayAfter(days: number): string {
  return new Date(Date.now() + days * day).toISOString().slice(0, 10);
}
