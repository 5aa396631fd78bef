import { SimpleGrid, Text } from '@mantine/core';
import { Page } from '../shell/page';
import { useWords } from '../words/in-words';
import { ContractCard } from './contract-card';
import { Delivered } from './delivered';
import type { ListedContract } from './listed-contract';
import { useRegistry } from './use-registry';

/** The public first, then as the process has them. */
const order = ['public', 'regulator', 'monitoring-center', 'lab', 'platform', 'merchant', 'enterprise', 'department'];

/** The contracts (数据契约): the part of the supergraph that each kind of party, and the public, is shown, and where it is delivered. */
export function ContractsPage() {
  const { words } = useWords();
  const contracts = useRegistry('/registry/contracts', (response) => response.json() as Promise<{ readonly version: number; readonly contracts: readonly ListedContract[] }>);
  const t = words.contracts;
  return (
    <Page title={t.title} lead={t.lead}>
      <Delivered of={contracts}>
        {(listed) => (
          <>
            <Text size="sm" c="var(--hub-quiet)" role="status">
              {t.derivedFrom(listed.version)}
            </Text>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" component="ul" p={0} m={0}>
              {inOrder(listed.contracts).map((contract) => (
                <ContractCard key={contract.variant} contract={contract} />
              ))}
            </SimpleGrid>
          </>
        )}
      </Delivered>
    </Page>
  );
}

function inOrder(contracts: readonly ListedContract[]): ListedContract[] {
  return contracts.toSorted((one, other) => order.indexOf(one.variant) - order.indexOf(other.variant));
}
