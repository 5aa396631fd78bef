import type { ServiceName } from './plan.js';

/** How the services of a hub are run: on threads of its process, or each as a process of its own. */
export interface ServiceRunner {
  /** Begins what takes long and needs no settings. */
  prepare(): void;
  /** Resolves when the service listens. @throws ServiceRefused, CommandRefused */
  start(name: ServiceName, variables: Readonly<Record<string, string>>): Promise<void>;
  /** All have started: gives back the memory that only starting took, where it has such. */
  giveBackMemory(): void;
  /** Ends all that runs, the gateway first. @returns what did not end as it should, in words */
  stop(): Promise<readonly string[]>;
}
