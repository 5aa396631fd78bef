import { readEnvironment } from '../../environment.js';
import { services } from '../../start/services.js';
import { ServicesTeardown } from '../../start/services-teardown.js';
import { startHub } from '../../start/start-hub.js';
import { variantNames, variants } from './variants.js';

// A hub in one thread, with something left out: `node serve-measured-hub.js "terms alone"`.
const variant = variantNames.find((name) => name === process.argv[2]);
if (!variant) throw new Error(`There is no variant "${process.argv[2]}". There are: ${variantNames.join(', ')}.`);
const running = new ServicesTeardown();
await startHub(readEnvironment(), {
  runner: {
    prepare: () => undefined,
    async start(name, variables) {
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
