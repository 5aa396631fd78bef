import { RunningDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Page } from '../shell/page';
import { Panel } from '../shell/panel';
import { useWords } from '../words/in-words';
import { owners } from '../words/owners';
import { RunningTable } from './running-table';

/** What runs (运行版本): of each owner the version in force, the one that its code was built with and the one that it enforces; of each gateway the supergraph that it serves; and who is silent. */
export function RunningPage() {
  const { words } = useWords();
  const running = useAnswer(RunningDocument, {}, { every: 10_000 });
  const t = words.running;
  return (
    <Page title={t.title} lead={t.lead}>
      <Answered of={running} field="runningSchemas" lines={8}>
        {(processes) => (
          <>
            <Panel title={t.gateways}>
              <RunningTable label={t.gateways} services={['gateway']} processes={processes} />
            </Panel>
            <Panel title={t.owners}>
              <RunningTable label={t.owners} services={owners} processes={processes} />
            </Panel>
          </>
        )}
      </Answered>
    </Page>
  );
}
