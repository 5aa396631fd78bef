import { readEnvironment } from '../../environment.js';
import { ServiceThread } from '../../start/service-thread.js';
import { services } from '../../start/services.js';
import { ServicesTeardown } from '../../start/services-teardown.js';
import { startHub } from '../../start/start-hub.js';
import { variantNames, variants } from './variants.js';

// A hub as it runs, the gateway on a thread of its own, with something left out of its subgraphs: `node serve-measured-hub.js "terms alone"`.
const variant = variantNames.find((name) => name === process.argv[2]);
if (!variant) throw new Error(`There is no variant "${process.argv[2]}". There are: ${variantNames.join(', ')}.`);
const running = new ServicesTeardown();
const front = new ServiceThread(['gateway']);
running.add('gateway', () => front.stop());
await startHub(readEnvironment(), {
  runner: {
    prepare: () => undefined,
    async start(name, variables) {
      if (name === 'gateway') return front.start(name, variables);
      const starting = services[name](variants[variant]).then((begin) => begin(variables));
      running.add(name, () => starting.then((service) => service.close(), () => undefined));
      await starting;
    },
    giveBackMemory: () => undefined,
    stop: () => running.run(),
  },
  stopping: new AbortController().signal,
  say: (line) => console.error(line),
});
