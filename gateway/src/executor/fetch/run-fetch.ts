import type { Data, SubgraphAnswer } from '../ask-subgraph.js';
import type { PreparedFetch } from '../plan/prepared-node.js';
import { batchOf, contextualBatches, type Batch } from './batches.js';
import { copyOf } from './copy-of.js';
import type { Execution } from './execution.js';
import { mergeInto } from './merge-into.js';
import { placeErrors } from './place-errors.js';
import { objectsAt } from './places-at.js';

/** Asks a subgraph for one fetch of the plan and joins what it answers into the objects that the fetch is for. */
export async function runFetch(fetch: PreparedFetch, execution: Execution): Promise<void> {
  const { root, ahead } = execution;
  ahead.set(fetch.subgraph, (ahead.get(fetch.subgraph) ?? 1) - 1);
  if (fetch.contexts.length > 0) {
    const batches = contextualBatches(fetch, execution);
    await Promise.all(batches.map((batch) => fetchEntities(fetch, batch, execution)));
    return;
  }
  const objects = fetch.steps.length === 0 ? [root] : objectsAt(root, fetch.steps);
  if (objects.length === 0) return;
  return fetch.representation ? fetchEntities(fetch, batchOf(objects, fetch), execution) : fetchFields(fetch, objects, execution);
}

async function fetchFields(fetch: PreparedFetch, objects: readonly Data[], execution: Execution): Promise<void> {
  const { data, errors } = await ask(fetch, execution, variablesOf(fetch, execution.variables));
  if (errors) placeErrors(errors, fetch, [objects], execution);
  if (!data) return;
  for (const rewrite of fetch.outputRewrites) rewrite(data);
  // The copies first, for what is joined into the first place belongs to it.
  for (const object of objects.slice(1)) mergeInto(object, copyOf(data), fetch.isInterface);
  if (objects[0]) mergeInto(objects[0], data, fetch.isInterface);
}

async function fetchEntities(fetch: PreparedFetch, batch: Batch, execution: Execution): Promise<void> {
  const { representations, places, contextual } = batch;
  if (representations.length === 0) return;
  const variables = [
    variablesOf(fetch, execution.variables),
    ...Object.entries(contextual).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`),
    `"representations":[${representations.join(',')}]`,
  ];
  const { data, errors } = await ask(fetch, execution, variables.filter((text) => text !== '').join(','), places);
  if (errors) placeErrors(errors, fetch, places, execution);
  if (!data) return;
  const entities = data['_entities'];
  if (!Array.isArray(entities) || entities.length !== places.length) {
    if (!errors?.length) placeErrors([{ message: `${fetch.subgraph} did not answer with one entity for each it was asked for.` }], fetch, places, execution);
    return;
  }
  entities.forEach((entity: Data | null, at) => join(entity, places[at] ?? [], fetch, execution));
}

function join(entity: Data | null, places: readonly Data[], fetch: PreparedFetch, { absent }: Execution): void {
  if (entity === null) {
    for (const place of places) absent.add(place);
    return;
  }
  if (fetch.outputRewrites.length > 0) {
    // Renaming looks at types, which the subgraph was not asked for where they are known.
    entity['__typename'] ??= places[0]?.['__typename'];
    for (const rewrite of fetch.outputRewrites) rewrite(entity);
  }
  // The copies first, for what is joined into the first place belongs to it.
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const place = places[at];
    if (place) mergeInto(place, at === 0 ? entity : copyOf(entity), fetch.isInterface);
  }
}

function ask(fetch: PreparedFetch, { ask: askSubgraph, ahead }: Execution, variables: string, places?: readonly (readonly Data[])[]): Promise<SubgraphAnswer> {
  return askSubgraph({
    subgraph: fetch.subgraph,
    kind: fetch.operationKind,
    body: `${fetch.bodyHead}${variables}}}`,
    position: fetch.position,
    renamedKeys: fetch.renamedKeys,
    more: (ahead.get(fetch.subgraph) ?? 0) > 0,
    places: places?.map(({ length }) => length),
  });
}

/** The client's own values as it sent them; defaults are the subgraph's to fill in from the operation's text. */
function variablesOf({ variables }: PreparedFetch, values: Readonly<Record<string, unknown>>): string {
  return variables
    .filter((name) => Object.hasOwn(values, name) && values[name] !== undefined)
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(values[name])}`)
    .join(',');
}
