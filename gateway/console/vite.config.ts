import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

/** What the pages load lies under /pages at the gateway: no outside host is asked for anything. */
export default defineConfig({
  base: '/pages/',
  // The manifest of the console's operations, which is built for the gateway.
  publicDir: 'generated',
  plugins: [react(), compression({ algorithms: ['gzip'], include: /[.](js|css)$/, threshold: 1_024 })],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    target: 'es2022',
    chunkSizeWarningLimit: 8_000,
    rollupOptions: { input: { console: 'console.html', explorer: 'explorer.html', sandbox: 'sandbox.html' } },
  },
});
