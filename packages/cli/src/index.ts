/** The command line as a library: run it with arguments and streams of your own. */
export { createProgram, main } from './main.ts';
export { processIo, type Io } from './io.ts';
