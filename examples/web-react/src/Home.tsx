import type { Structs } from 'iotexplorer-client';
import { useEffect, useState } from 'react';
import { client, familyId } from './client';
import { Trouble } from './Trouble';
import { text } from './text';

export function Home({ onAdd }: { onAdd: () => void }) {
  const [devices, setDevices] = useState<Structs.DeviceList[]>();
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    (async () => {
      const found = [];
      for await (const one of client.all('AppGetFamilyDeviceList', { FamilyId: familyId, RoomId: '' }, { signal })) found.push(one);
      setDevices(found);
    })().catch((reason: unknown) => signal.aborted || setError(reason));
    return () => controller.abort();
  }, []);

  return (
    <section className="card" aria-busy={!devices && !error}>
      {error !== undefined && <Trouble error={error} />}
      {!devices && error === undefined && <p className="soft">…</p>}
      {devices?.length === 0 && <p className="soft">{text.noneYet}</p>}
      <ul className="devices">
        {devices?.map(({ DeviceId, AliasName }) => (
          <li key={DeviceId} data-device={DeviceId}>
            <strong>{AliasName || DeviceId.split('/')[1]}</strong>
            <code>{DeviceId}</code>
          </li>
        ))}
      </ul>
      <button id="add" className="main" onClick={onAdd}>{text.add}</button>
    </section>
  );
}
