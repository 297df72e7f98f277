import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  // The sandbox, which plays the cloud and the devices: `cargo xtask demo --port 8787`.
  const { SANDBOX = 'http://127.0.0.1:8787' } = loadEnv(mode, '.', '');
  const toSandbox = { target: SANDBOX, changeOrigin: true, headers: { origin: SANDBOX } };
  const proxy = { '/api': toSandbox, '/control': toSandbox };
  return { plugins: [react()], server: { proxy }, preview: { proxy } };
});
