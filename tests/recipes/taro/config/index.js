const from = 'node_modules/iotexplorer-client/miniprogram_dist/';
const to = 'dist/miniprogram_npm/iotexplorer-client/';

module.exports = {
  projectName: 'recipe',
  sourceRoot: 'src',
  outputRoot: 'dist',
  framework: 'react',
  compiler: 'webpack5',
  designWidth: 750,
  deviceRatio: { 750: 1 },
  plugins: [],
  // All that the package needs: its module where `init()` looks for it.
  copy: { patterns: [{ from, to, ignore: ['**/*.js', '**/*.json'] }] },
  mini: {},
};
