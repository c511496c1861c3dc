/** What a command writes to, so that commands can be tested without a process. */
export interface Io {
  stdout(text: string): void;
  stderr(text: string): void;
}

/** The streams of this process. A reader that has seen enough (`| head`) ends the program quietly. */
export const processIo: Io = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
};

/** End without a stack trace when whoever reads standard output has closed it. Once per process. */
export function endWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
