/** A receiver of webhooks on this machine, and a permit that leads every name to it. */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Permit } from '../src/webhooks/permit.ts';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  readonly port: number;
  readonly received: Received[];
  /** What to answer, by path; 204 for others. */
  readonly answers: Map<string, (response: ServerResponse) => void>;
  close(): void;
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: Receiver['answers'] = new Map();
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      received.push({ path: request.url!, headers: request.headers, body });
      const answer = answers.get(request.url!);
      if (answer) answer(response);
      else response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: (server.address() as AddressInfo).port, received, answers, close };
}

/** This machine stands for the internet. */
export const HERE: Permit = {
  resolve: () => Promise.resolve(['127.0.0.1']),
  isAllowed: (address) => address === '127.0.0.1',
  http: true,
};
