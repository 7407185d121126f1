import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { stateEdges } from './stateEdges'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [vue()],
  define: { STATE_EDGES: JSON.stringify(stateEdges()) },
  resolve: { alias: {
      '@': fileURLToPath(new URL('./src', import.meta.url)),
      '@tests': fileURLToPath(new URL('./tests', import.meta.url)),
    } },
  build: { target: 'es2022', chunkSizeWarningLimit: 700 },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
