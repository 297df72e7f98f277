import { type FormEvent, useEffect, useState } from 'react';
import { client, familyId } from './client';
import { codeOf, sendToDevice, waitingDevices } from './sandbox';
import { Trouble } from './Trouble';
import { text } from './text';
import { type BindRequest, useBind } from './useBind';
import { unfinished } from './unfinished';

const STEPS = {
  token: ['token-created', 'sent-to-device', 'waiting', 'token-usable', 'binding', 'bound', 'confirmed'],
  signature: ['binding', 'waiting', 'bound', 'confirmed'],
};

export function AddDevice({ onEnd }: { onEnd: () => void }) {
  const { state, bind, cancel, reset } = useBind(client, sendToDevice);
  switch (state.status) {
    case 'idle':
      return <Choice onChoice={bind} />;
    case 'running':
      return (
        <section className="card">
          {state.isResumed && <p className="note">{text.resumed}</p>}
          <Steps all={STEPS[state.request.by]} now={state.step} />
          <button id="cancel" onClick={cancel}>{text.cancel}</button>
        </section>
      );
    case 'done':
      return (
        <section className="card" role="status">
          <h2 className="good">{text.done}</h2>
          <p className="device">{state.device.AliasName || `${state.device.ProductId}/${state.device.DeviceName}`}</p>
          {!state.device.confirmed && <p className="soft">{text.unconfirmed}</p>}
          <button id="end" className="main" onClick={onEnd}>{text.toHome}</button>
          <button onClick={reset}>{text.another}</button>
        </section>
      );
    case 'failed':
      return (
        <section className="card">
          <Trouble error={state.error} />
          <button id="again" className="main" onClick={() => bind(state.request)}>
            {unfinished.checkpointOf(state.request) ? text.goOn : text.again}
          </button>
          <button id="other" onClick={reset}>{text.other}</button>
        </section>
      );
  }
}

function Choice({ onChoice }: { onChoice: (request: BindRequest) => void }) {
  const [by, setBy] = useState<'token' | 'signature'>('token');
  const [devices, setDevices] = useState<string[]>();
  const [deviceId, setDeviceId] = useState('');
  const [code, setCode] = useState('');

  useEffect(() => {
    waitingDevices().catch(() => []).then((found) => {
      setDevices(found);
      setDeviceId(found[0] ?? '');
    });
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChoice(by === 'token' ? { familyId, by, deviceId } : { familyId, by, code: code.trim() });
  };

  return (
    <form className="card" onSubmit={submit}>
      <fieldset className="choice">
        <legend>{text.how}</legend>
        {(['token', 'signature'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="by" value={one} checked={by === one} onChange={() => setBy(one)} />
            <span>{text[one]}</span>
          </label>
        ))}
      </fieldset>
      <p className="soft">{by === 'token' ? text.tokenAbout : text.signatureAbout}</p>
      <label className="field">
        <span>{text.device}</span>
        <select id="device" value={deviceId} disabled={!devices?.length} onChange={(event) => setDeviceId(event.target.value)}>
          {devices?.map((one) => <option key={one}>{one}</option>)}
          {devices?.length === 0 && <option>{text.noDevices}</option>}
        </select>
      </label>
      {by === 'signature' && (
        <>
          <label className="field">
            <span>{text.code}</span>
            <textarea id="code" rows={6} spellCheck={false} value={code} onChange={(event) => setCode(event.target.value)} />
          </label>
          <button id="read" type="button" disabled={!deviceId} onClick={async () => setCode(await codeOf(deviceId))}>
            {text.readCode}
          </button>
        </>
      )}
      <button id="bind" className="main" disabled={by === 'token' ? !deviceId : !code.trim()}>{text.bind}</button>
    </form>
  );
}

function Steps({ all, now }: { all: string[]; now: string | undefined }) {
  const at = all.indexOf(now ?? '');
  return (
    <ol className="steps">
      {all.map((step, nth) => {
        const state = nth < at ? 'done' : nth === at ? 'active' : 'ahead';
        return (
          <li key={step} data-step={step} data-state={state} aria-current={state === 'active' ? 'step' : undefined}>
            {text.steps[step]}
          </li>
        );
      })}
    </ol>
  );
}
