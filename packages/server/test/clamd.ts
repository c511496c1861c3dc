/** What ClamAV's daemon does with INSTREAM (clamd(8)), over a real socket: it finds the test file of EICAR wherever it stands. */
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** In two parts, so that no scanner takes this file for one. */
export const EICAR = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$` + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

export interface Daemon {
  readonly port: number;
  /** Bytes of each file it was sent. */
  readonly files: number[];
  /** Says this instead of what it found. */
  says: string | undefined;
  close(): Promise<void>;
}

export async function startDaemon(): Promise<Daemon> {
  const server: Server = createServer((socket) => converse(socket, daemon));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const daemon: Daemon = {
    port,
    files: [],
    says: undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return daemon;
}

const COMMAND = 'zINSTREAM\0';

function converse(socket: Socket, daemon: Daemon): void {
  let came = Buffer.alloc(0);
  socket.on('data', (part: Buffer) => {
    came = Buffer.concat([came, part]);
    const file = fileIn(came);
    if (!file) return;
    daemon.files.push(file.length);
    const found = file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
    socket.end(`${daemon.says ?? found}\0`);
  });
  socket.on('error', () => undefined);
}

/** The file, once it has come whole. */
function fileIn(came: Buffer): Buffer | undefined {
  if (!came.subarray(0, COMMAND.length).equals(Buffer.from(COMMAND))) return undefined;
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= came.length;) {
    const length = came.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(came.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
