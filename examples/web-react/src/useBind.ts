// Runs a bind flow for a component: progress, cancelling, and going on after a reload.

import { type Client, type Device, type DevicePair, init, IotError, type ScanBind, scan } from 'iotexplorer-client';
import { type SetStateAction, useCallback, useEffect, useRef, useState } from 'react';
import { unfinished } from './unfinished';

/** What is to be bound. */
export type BindRequest = { familyId: string } & ({ by: 'token'; deviceId: string } | { by: 'signature'; code: string });

export type BindState =
  | { status: 'idle' }
  | { status: 'running'; request: BindRequest; isResumed: boolean; step?: string }
  | { status: 'done'; device: Device }
  | { status: 'failed'; request: BindRequest; error: unknown };

/** Hands the token to the device, with the Wi-Fi's name and password, and says which device has answered. */
export type SendToDevice = (token: string, deviceId: string) => Promise<DevicePair>;

export function useBind(client: Client, sendToDevice: SendToDevice) {
  const [state, setState] = useState<BindState>({ status: 'idle' });
  const running = useRef<AbortController>(undefined);

  const bind = useCallback(async (request: BindRequest) => {
    running.current?.abort();
    const own = (running.current = new AbortController());
    const show = (next: SetStateAction<BindState>) => running.current === own && setState(next);
    const resume = unfinished.checkpointOf(request);
    const onProgress = ({ step }: { step: string }) => show((now) => ({ ...now, step }));
    const onCheckpoint = (checkpoint: string) => unfinished.keep(request, checkpoint);
    const options = { familyId: request.familyId, signal: own.signal, resume, onProgress, onCheckpoint };
    show({ status: 'running', request, isResumed: resume !== undefined });
    try {
      const device = await (request.by === 'token'
        ? client.bindWithToken({ ...options, sendToDevice: (token) => sendToDevice(token, request.deviceId) })
        : client.bindWithSignature({ ...options, ...(await readCode(request.code)) }));
      unfinished.forget();
      show({ status: 'done', device });
    } catch (error) {
      if (running.current !== own) return; // left, or begun anew: what is kept stays
      if (!canGoOn(error)) unfinished.forget();
      show({ status: 'failed', request, error });
    }
  }, [client, sendToDevice]);

  useEffect(() => {
    const request = unfinished.request();
    if (request) void bind(request);
    return () => {
      running.current?.abort();
      running.current = undefined;
    };
  }, [bind]);

  return { state, bind, cancel: () => running.current?.abort(), reset: () => setState({ status: 'idle' }) };
}

/** What a device shows or prints to be bound by its own signature. */
async function readCode(code: string): Promise<Omit<ScanBind, 'type'>> {
  await init();
  const plan = scan(code);
  if (plan.type === 'bind') return plan;
  throw new IotError({ kind: 'parameter', code: 'Parameter.UnknownQrCode', parameter: 'code' });
}

/** Whether the same binding may still come to a good end: the network failed, or a bind was sent and its answer did not come. */
const canGoOn = (error: unknown) =>
  error instanceof IotError && (error.mayBeBound === true || (error.retryable && error.kind !== 'aborted'));
