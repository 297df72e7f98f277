import { useState } from 'react';
import { AddDevice } from './AddDevice';
import { Home } from './Home';
import { text } from './text';
import { unfinished } from './unfinished';

export function App() {
  // Where a binding was under way, it goes on.
  const [isAdding, setIsAdding] = useState(() => unfinished.request() !== undefined);
  return (
    <main>
      <header>
        <img src="/icon.svg" alt="" width="40" height="40" />
        <h1>{isAdding ? text.add : text.home}</h1>
        {isAdding && <button id="back" onClick={() => setIsAdding(false)}>{text.back}</button>}
      </header>
      {isAdding ? <AddDevice onEnd={() => setIsAdding(false)} /> : <Home onAdd={() => setIsAdding(true)} />}
    </main>
  );
}
