import { defineConfig } from 'vite';
import plugin from '@dcloudio/vite-plugin-uni';

// As in every uni-app project: nothing in here is about the package. (The plugin is CommonJS.)
const uni = plugin.default || plugin;
export default defineConfig({ plugins: [uni()] });
