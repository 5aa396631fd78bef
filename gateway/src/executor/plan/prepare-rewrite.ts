import type { FetchDataRewrite } from '@apollo/query-planner';
import { isData, ownValue, setOwnValue } from '../own-value.js';
import type { Data } from '../ask-subgraph.js';
import type { Rewrite } from './prepared-node.js';
import type { TypeTests } from './type-tests.js';

const fragment = '... on ';

/**
 * Prepares a rewrite of the plan: keys that had to be renamed get the client's name back, an entity of an interface object
 * the type that its subgraph knows.
 * @throws Error for a rewrite of a kind that this executor does not know
 */
export function prepareRewrite(rewrite: FetchDataRewrite, types: TypeTests): Rewrite {
  const last = rewrite.path.at(-1);
  if (last === undefined) return () => undefined;
  const change = changeOf(rewrite, last);
  return rewrite.path.slice(0, -1).reduceRight<Rewrite>((then, element) => step(element, then, types), eachObject(change));
}

function changeOf(rewrite: FetchDataRewrite, key: string): (object: Data) => void {
  switch (rewrite.kind) {
    case 'ValueSetter': {
      const value: unknown = rewrite.setValueTo;
      return (object) => setOwnValue(object, key, value);
    }
    case 'KeyRenamer':
      return (object) => {
        const value = ownValue(object, key);
        if (value === undefined) return;
        setOwnValue(object, rewrite.renameKeyTo, value);
        setOwnValue(object, key, undefined);
      };
    default:
      throw new Error(`The plan asks for a rewrite that this executor does not know: ${JSON.stringify(rewrite)}`);
  }
}

/** One element of the way; where the type of an object is not told, a type condition lets it pass. */
function step(element: string, then: Rewrite, types: TypeTests): Rewrite {
  if (!element.startsWith(fragment)) return eachObject((object) => then(ownValue(object, element)));
  const applies = types.of(element.slice(fragment.length));
  return eachObject((object) => {
    const typename = object['__typename'];
    if (typeof typename !== 'string' || applies(typename)) then(object);
  });
}

function eachObject(change: (object: Data) => void): Rewrite {
  const each: Rewrite = (data) => {
    if (Array.isArray(data)) data.forEach(each);
    else if (isData(data)) change(data);
  };
  return each;
}
