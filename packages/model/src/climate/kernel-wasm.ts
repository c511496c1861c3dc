/** The kernel in WebAssembly, two members to a vector. Source: packages/model/wasm/kernel.ts, compiled by `npm run climate:wasm`. */
import { MEMBER_SIZE, ROW_SIZE, STATE_SIZE } from './kernel-constants.ts';
import { KERNEL_BASE64 } from './kernel-wasm-bytes.generated.ts';
import type { Kernel } from './kernel.ts';

/** What is used of WebAssembly. The model knows no browser, so its types are not at hand; nor need the thing itself be. */
interface WasmApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  run(
    chunks: number,
    years: number,
    shared: number,
    members: number,
    rows: number,
    states: number,
    scratch: number,
    surface: number,
  ): void;
}

const PAGE = 65536;
const CHUNK = 16;

/**
 * Start the kernel.
 *
 * @param shared figures of all members @param members coefficients, [member × MEMBER_SIZE]
 * @returns nothing where WebAssembly with vectors is missing or refused (an old engine, a page whose security policy forbids it)
 */
export function wasmKernel(shared: Float64Array, members: Float64Array): Kernel | undefined {
  const exports = instantiate();
  return exports === undefined ? undefined : kernelIn(exports, shared, members);
}

function instantiate(): KernelExports | undefined {
  const api = (globalThis as { readonly WebAssembly?: WasmApi }).WebAssembly;
  if (api === undefined) return undefined;
  try {
    return new api.Instance(new api.Module(bytesOf(KERNEL_BASE64))).exports as KernelExports;
  } catch {
    return undefined;
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Decode Base64 without padding rules: the language itself has no decoder. */
function bytesOf(base64: string): Uint8Array {
  const text = base64.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    bits = ((bits << 6) | ALPHABET.indexOf(letter)) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (bits >>> held) & 0xff;
    }
  }
  return bytes;
}

/** Where arrays lie in the memory of the module, in bytes. */
interface Layout {
  readonly shared: number;
  readonly scratch: number;
  readonly members: number;
  readonly states: number;
  readonly rows: number;
}

function kernelIn(exports: KernelExports, shared: Float64Array, members: Float64Array): Kernel {
  const count = members.length / MEMBER_SIZE;
  const chunks = Math.ceil(count / CHUNK);
  const at = layoutOf(chunks);
  reserve(exports, at.rows);
  new Float64Array(exports.memory.buffer, at.shared).set(shared);
  gather(members, MEMBER_SIZE, new Float64Array(exports.memory.buffer, at.members), chunks);
  return {
    name: 'wasm',
    run(rows, years, states, surface) {
      const out = aligned(at.rows + 8 * ROW_SIZE * years);
      reserve(exports, out + 8 * CHUNK * chunks * years);
      const { buffer } = exports.memory;
      new Float64Array(buffer, at.rows).set(rows.subarray(0, ROW_SIZE * years));
      gather(states, STATE_SIZE, new Float64Array(buffer, at.states), chunks);
      exports.run(chunks, years, at.shared, at.members, at.rows, at.states, at.scratch, out);
      scatter(new Float64Array(buffer, at.states), states, STATE_SIZE);
      scatter(new Float64Array(buffer, out), surface, years);
    },
  };
}

/** Beginnings of arrays: multiples of a cache line. */
const aligned = (bytes: number): number => Math.ceil(bytes / 64) * 64;

/** The first kilobytes are left to the module's own data. */
function layoutOf(chunks: number): Layout {
  const shared = 4096;
  const scratch = 4608;
  const members = 8192;
  const states = aligned(members + 8 * CHUNK * MEMBER_SIZE * chunks);
  return { shared, scratch, members, states, rows: aligned(states + 8 * CHUNK * STATE_SIZE * chunks) };
}

function reserve({ memory }: KernelExports, bytes: number): void {
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
  if (missing > 0) memory.grow(missing);
}

/**
 * Rows of members, [member × size], to [chunk × size × CHUNK]: a place of sixteen members side by side. The last chunk is filled up
 * with its last member.
 */
function gather(from: Float64Array, size: number, to: Float64Array, chunks: number): void {
  const count = from.length / size;
  for (let lane = 0; lane < chunks * CHUNK; lane++) {
    const row = Math.min(lane, count - 1) * size;
    const first = (lane - (lane % CHUNK)) * size + (lane % CHUNK);
    for (let j = 0; j < size; j++) to[first + j * CHUNK] = from[row + j]!;
  }
}

/** The way back. */
function scatter(from: Float64Array, to: Float64Array, size: number): void {
  for (let member = 0; member * size < to.length; member++) {
    const first = (member - (member % CHUNK)) * size + (member % CHUNK);
    for (let j = 0; j < size; j++) to[member * size + j] = from[first + j * CHUNK]!;
  }
}
