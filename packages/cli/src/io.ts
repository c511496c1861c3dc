/** What a command writes to, so that commands can be tested without a process. */
export interface Io {
  stdout(text: string): void;
  stderr(text: string): void;
}

/** The streams of this process. */
export const processIo: Io = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
};
