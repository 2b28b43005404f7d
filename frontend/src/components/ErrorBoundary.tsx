import { Component, type ReactNode } from 'react';

interface Props {
  /** What stands there instead; `retry` renders the children again. */
  fallback: (error: unknown, retry: () => void) => ReactNode;
  /** Called by `retry`, before the children are rendered again. */
  onRetry?: () => void;
  /** Another key starts over, such as the address of the page. */
  resetKey?: string;
  children: ReactNode;
}

interface State {
  failed: boolean;
  error: unknown;
  resetKey: string | undefined;
}

/** Catches what goes wrong below it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: true, error };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    if (props.resetKey === state.resetKey) return null;
    return { failed: false, error: null, resetKey: props.resetKey };
  }

  private readonly retry = () => {
    this.props.onRetry?.();
    this.setState({ failed: false, error: null });
  };

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(this.state.error, this.retry) : this.props.children;
  }
}
