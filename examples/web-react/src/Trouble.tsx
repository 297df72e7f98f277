import { IotError } from 'iotexplorer-client';
import { language, text } from './text';

/** What went wrong, in the browser's language, and what to do about it. */
export function Trouble({ error }: { error: unknown }) {
  const isKnown = error instanceof IotError;
  return (
    <div role="alert">
      <h2 className="bad">{isKnown && error.kind === 'aborted' ? text.cancelled : text.failed}</h2>
      <p>{isKnown ? error.describe(language) : text.unknown}</p>
      {isKnown && <code className="soft">{error.code}</code>}
    </div>
  );
}
