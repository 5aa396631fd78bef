import { fileURLToPath } from 'node:url';

/** The persisted query manifest of what the console asks, built with it (`gateway/console/generate-operations.mjs`). */
export const consoleManifest = fileURLToPath(new URL('../../console/dist/operations.json', import.meta.url));
