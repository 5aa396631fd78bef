/** Names under which the hub's own services act: each owner's (ADR 0001), the gateway's, and the word by which a service is told from a user. No party is named so. */
export const serviceNames: readonly string[] = ['regulator', 'monitoring-center', 'labs', 'platforms', 'exchange', 'registry', 'gateway', 'service'];
