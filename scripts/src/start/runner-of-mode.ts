import { separateServices } from './separate-services.js';
import type { ServiceRunner } from './service-runner.js';
import { threadedServices } from './threaded-services.js';

/** The services as whoever typed the command wants them. */
export function runnerOfMode({ separate, say }: { readonly separate: boolean; readonly say: (line: string) => void }): ServiceRunner {
  return separate ? separateServices(say) : threadedServices();
}
