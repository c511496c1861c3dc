/** The assistant's door on standard input and output, for a program on the same machine. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { operations } from '../workspace/api.ts';
import { createAssistant, type AssistantOptions } from './assistant.ts';

/** Serve until the other side ends. Nothing else may write to standard output meanwhile. */
export async function serveStdio(options: Omit<AssistantOptions, 'operations'>): Promise<void> {
  const server = createAssistant({ ...options, operations });
  const closed = new Promise<void>((resolve) => (server.onclose = resolve));
  const transport = new StdioServerTransport();
  // The transport does not notice by itself that nobody is there any more.
  process.stdin.once('end', () => void transport.close());
  await server.connect(transport);
  await closed;
}
