#!/usr/bin/env node
// `npm run build`: installs and builds what is missing, nothing else.
import { setUp } from './set-up.mjs';

await setUp();
