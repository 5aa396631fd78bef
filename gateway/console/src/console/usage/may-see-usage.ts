import type { ConsoleViewerQuery } from '../../generated/operations';

/** Whether the terms `schemaUsage` tell a viewer who asks what: data stewards and auditors of the centre. Nobody else is offered a page that would only be denied. */
export function maySeeUsage(viewer: ConsoleViewerQuery['viewer'] | undefined): boolean {
  return viewer?.participant.kind === 'MONITORING_CENTER' && ['DATA_STEWARD', 'AUDITOR'].includes(viewer.role);
}
