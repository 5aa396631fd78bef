import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The pages lie under /explorer at the gateway, with all they need: no outside host is asked for anything. */
export default defineConfig({
  base: '/explorer/',
  plugins: [react()],
  worker: { format: 'es' },
  build: { outDir: 'dist', target: 'es2022', chunkSizeWarningLimit: 8_000, rollupOptions: { input: { explorer: 'explorer.html', sandbox: 'sandbox.html' } } },
});
