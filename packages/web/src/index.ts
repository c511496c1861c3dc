/** See the package's README section in docs/architecture.md. */
export {};
