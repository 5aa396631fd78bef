import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useContext } from 'react';
import { ChosenAskerContext } from './chosen-asker';
import { examples, type Example } from './examples';

/** Operations to try, those of the chosen identity first; a click puts one into a tab of its own. */
export function ExamplesPanel() {
  const { identities, chosen, choose } = useContext(ChosenAskerContext);
  const { addTab } = useGraphiQLActions();
  const editors = useGraphiQL(({ queryEditor, variableEditor }) => ({ queryEditor, variableEditor }));
  const open = ({ query, variables, role }: Example) => {
    const identity = identities.find(({ name }) => name === chosen.identity);
    // An example is for a role: another would be refused.
    if (identity && role !== undefined && role !== chosen.role) void choose(identity, role);
    addTab();
    editors.queryEditor?.setValue(query);
    editors.variableEditor?.setValue(variables === undefined ? '' : JSON.stringify(variables, undefined, 2));
  };
  const own = examples.filter(({ identities }) => identities?.includes(chosen.identity ?? ''));
  const everybodys = examples.filter(({ identities }) => identities === undefined);
  return (
    <section className="hub-panel">
      <h1>示例 Examples</h1>
      {own.length === 0 ? null : (
        <>
          <h2>{chosen.asker?.label}</h2>
          <ExampleList list={own} open={open} />
        </>
      )}
      <h2>所有单位 For everybody</h2>
      <ExampleList list={everybodys} open={open} />
    </section>
  );
}

function ExampleList({ list, open }: { readonly list: readonly Example[]; readonly open: (example: Example) => void }) {
  return (
    <ul className="hub-examples">
      {list.map((example) => (
        <li key={example.title}>
          <button type="button" onClick={() => open(example)}>
            {example.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
