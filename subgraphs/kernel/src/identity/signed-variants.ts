/** The variant as which the registry signs the list of operations that gateways take: it passes for no supergraph, and none for it. */
export const operationsVariant = 'operations';
