// In a browser: the title says how it ended.
import { bindOne } from './bind.js';

bindOne(location.origin).then(
  (bound) => { document.title = bound; },
  (error) => { document.title = `failed: ${error}`; },
);
