import { RuleExceptionsDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Page } from '../shell/page';
import { Panel } from '../shell/panel';
import { useViewer } from '../shell/use-viewer';
import { EmptyNote } from '../states/empty-note';
import { useWords } from '../words/in-words';
import { ExceptForm } from './except-form';
import { ExceptionTable } from './exception-table';

/** Exceptions in writing from the rules of the contract (规则例外, 5.4.3 c): those in force first; a data steward makes and ends them. */
export function ExceptionsPage() {
  const { words } = useWords();
  const viewer = useViewer();
  const exceptions = useAnswer(RuleExceptionsDocument, {});
  const maySteward = viewer?.role === 'DATA_STEWARD';
  const t = words.exceptions;
  return (
    <Page title={t.title} lead={t.lead}>
      <Answered of={exceptions} field="schemaRuleExceptions" lines={6}>
        {({ nodes }) => (
          <>
            {nodes.length === 0 ? <EmptyNote title={t.none} hint={t.noneHint} /> : <ExceptionTable exceptions={nodes} mayEnd={maySteward} />}
            {maySteward ? (
              <Panel title={t.add}>
                <ExceptForm />
              </Panel>
            ) : null}
          </>
        )}
      </Answered>
    </Page>
  );
}
