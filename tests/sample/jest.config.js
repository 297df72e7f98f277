// Run by sample.test.mjs, which makes the project first and says in the environment where it is.
module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/pages/*.test.js'],
  testEnvironment: 'jsdom',
  // As «build npm» lays packages out.
  moduleDirectories: ['node_modules', 'miniprogram_npm'],
  // What runs is what is written: nothing is translated.
  transform: {},
  testTimeout: 60000,
  maxWorkers: 2,
  // A test that fails may leave a socket behind; that must not hold up all the others.
  forceExit: true,
}
