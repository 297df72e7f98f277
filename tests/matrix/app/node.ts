// In Node: the argument is the origin, and what is printed says how it ended.
import { bindOne } from './bind.js';

bindOne(String(process.argv[2])).then(console.log, (error) => {
  console.log(`failed: ${error}`);
  process.exitCode = 1;
});
