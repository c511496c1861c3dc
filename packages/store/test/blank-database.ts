/** Before the tests that open stores: what new ones begin as, made again where a migration has changed since the build. */
export { makeBlankDatabase as setup } from '../src/embedded/make-blank.ts';
