import { withExitCode } from '../exit-code.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';

interface RunningSchema {
  readonly service: string;
  readonly instance: string;
  readonly subgraph: string;
  readonly version: number | null;
  readonly builtHash: string | null;
  readonly builtVersion: number | null;
  readonly differing: number | null;
  readonly current: boolean;
  readonly usageReportedAt: string | null;
}

/** Prints what each owner enforces and each gateway serves, as they have told the registry themselves. */
export function schemaRunning(options: RegistryOptions): Promise<void> {
  return withExitCode(async () => {
    const running = await (await registryAt(options)).get<readonly RunningSchema[]>('/registry/running');
    if (options.json) console.log(JSON.stringify(running, null, 2));
    else for (const each of running) console.log(runningInWords(each));
    return 0;
  }, options);
}

function runningInWords({ service, instance, subgraph, version, builtHash, builtVersion, differing, current, usageReportedAt }: RunningSchema): string {
  const what = version === null ? 'the terms of its code' : `version ${version} of ${subgraph}`;
  const notes = [!current && 'not what is in force', builtHash !== null && (builtVersion === null || builtVersion !== version) && `built with ${builtVersion === null ? 'a text that is no version' : `version ${builtVersion}`}`, differing !== null && differing > 0 && `its code differs at ${differing} coordinates`, service === 'gateway' && (usageReportedAt === null ? 'has told nothing of usage today' : `told of usage last at ${usageReportedAt}`)].filter(Boolean);
  return `${service.padEnd(18)} ${instance}  ${what}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}
