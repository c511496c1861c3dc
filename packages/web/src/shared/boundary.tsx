/** Catches a fault while drawing, says so, and offers to draw again; the rest of the page stays. */
import { Component, type ReactNode } from 'react';
import { ApiError } from './api.ts';
import { Trouble } from './trouble.tsx';

/** As Chrome, Firefox, Safari and the bundler say that a part of the program did not come. */
const PART_MISSING = /dynamically imported module|module script failed|preload CSS/i;

interface BoundaryState {
  readonly error?: unknown;
}

export class Boundary extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = {};

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    if (!(error instanceof Error && PART_MISSING.test(error.message))) {
      return <Trouble error={error} onRetry={() => this.setState({ error: undefined })} />;
    }
    // A browser remembers that a part did not come; the page asks for it anew. What is unsaved is kept on the device.
    return <Trouble error={new ApiError('offline', 0, error.message)} onRetry={reload} />;
  }
}

const reload = () => window.location.reload();
