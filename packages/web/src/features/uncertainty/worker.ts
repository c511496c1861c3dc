/** Draws off the main thread, so that sliders never wait for them. */
import { evaluate, referenceOf } from '@thousand-cities/model';
import type { UncertaintyReply, UncertaintyRequest } from './messages.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = ({ data }: MessageEvent<UncertaintyRequest>) => {
  const { id, plan, slice, draws, seed } = data;
  let reply: UncertaintyReply;
  try {
    const { fan, probability, drivesUncertainty } = evaluate(plan, referenceOf(slice), { draws, seed });
    reply = { id, result: { probability, ...(fan && { fan }), ...(drivesUncertainty && { drivesUncertainty }) } };
  } catch (error) {
    reply = { id, failed: error instanceof Error ? error.message : String(error) };
  }
  scope.postMessage(reply);
};
