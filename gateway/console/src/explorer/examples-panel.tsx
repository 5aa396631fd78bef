import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { Kind, parse } from 'graphql';
import { useContext } from 'react';
import { ChosenAskerContext } from './chosen-asker';
import { examples, type Example } from './examples';

/** Operations to try, those of the chosen identity first; a click puts one into a tab of its own. */
export function ExamplesPanel() {
  const { identities, chosen, choose } = useContext(ChosenAskerContext);
  const { addTab, setOperationFacts } = useGraphiQLActions();
  const editors = useGraphiQL(({ queryEditor, variableEditor }) => ({ queryEditor, variableEditor }));
  const open = ({ query, variables, role }: Example) => {
    const identity = identities.find(({ name }) => name === chosen.identity);
    // An example is for a role: another would be refused.
    if (identity && role !== undefined && role !== chosen.role) void choose(identity, role);
    addTab();
    editors.queryEditor?.setValue(query);
    // GraphiQL reads this out of the editor a moment later; whoever runs the example at once would send it as the operation of the tab before.
    const documentAST = parse(query);
    const operations = documentAST.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    setOperationFacts({ documentAST, operations, operationName: operations[0]?.name?.value ?? '' });
    editors.variableEditor?.setValue(variables === undefined ? '' : JSON.stringify(variables, undefined, 2));
  };
  const isReady = editors.queryEditor !== undefined && editors.variableEditor !== undefined;
  const own = examples.filter(({ identities }) => identities?.includes(chosen.identity ?? ''));
  const everybodys = examples.filter(({ identities }) => identities === undefined);
  return (
    <section className="hub-panel">
      <h1>示例 Examples</h1>
      {own.length === 0 ? null : (
        <>
          <h2>{chosen.asker?.label}</h2>
          <ExampleList list={own} open={open} isReady={isReady} />
        </>
      )}
      <h2>所有单位 For everybody</h2>
      <ExampleList list={everybodys} open={open} isReady={isReady} />
    </section>
  );
}

interface ExampleListProps {
  readonly list: readonly Example[];
  readonly open: (example: Example) => void;
  /** Whether the editors are there to take an example. */
  readonly isReady: boolean;
}

function ExampleList({ list, open, isReady }: ExampleListProps) {
  return (
    <ul className="hub-examples">
      {list.map((example) => (
        <li key={example.title}>
          <button type="button" disabled={!isReady} onClick={() => open(example)}>
            {example.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
