/** One tool of the assistant's door: its name, what it takes and gives, and what runs. */
import { z } from '@hono/zod-openapi';

/** What a tool says of itself beside its schemas. */
export interface ToolHead {
  /** Snake case, as assistants expect. */
  readonly name: string;
  readonly title: string;
  /** For the assistant: when to use it and how to read the answer. */
  readonly description: string;
  /** Adds a draft or a comment; offered only where that was allowed. */
  readonly writes?: boolean;
}

/** What a tool is told of the call beside its arguments. */
export interface Running {
  /** Aborted when whoever asked does not wait any more. */
  readonly signal: AbortSignal;
  /** Say how far it is, 0…1; whoever did not ask for it is not told. */
  progress(share: number, message: string): Promise<void>;
}

export interface Tool extends ToolHead {
  /** Unknown names are refused. */
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  readonly run: (args: never, running: Running) => Promise<object>;
}

/** Define a tool; the types of `run` follow the schemas. */
export function tool<I extends z.ZodObject, O extends z.ZodObject>(
  definition: ToolHead & {
    readonly input: I;
    readonly output: O;
    readonly run: (args: z.output<I>, running: Running) => Promise<z.input<O>>;
  },
): Tool {
  return definition as unknown as Tool;
}

/** The JSON schema of what is sent: the one place where schemas of tools are made. */
export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  // Before any transformation: what callers send, and what is answered. What JSON schema cannot say is anything.
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

/** A refusal in words for the assistant: shown as the result of the tool, not as a fault of the door. */
export class ToolRefusal extends Error {
  override readonly name = 'ToolRefusal';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
