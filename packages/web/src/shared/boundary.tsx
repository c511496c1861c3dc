/** Catches a fault while drawing, says so, and offers to draw again; the rest of the page stays. */
import { Component, type ReactNode } from 'react';
import { Trouble } from './trouble.tsx';

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
    return <Trouble error={error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
