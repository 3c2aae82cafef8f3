import { Component, type ReactNode } from "react";

interface Props {
  /** Shown in place of the part that failed. */
  readonly message: string;
  /** A change of this key tries again: another selection, another date. */
  readonly resetKey: string;
  readonly children: ReactNode;
}
interface State {
  readonly failedKey: string | null;
}

/** Keeps a programmer's error inside one part of the page: a panel cannot take the map down with it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failedKey: null };

  static getDerivedStateFromError(): Partial<State> {
    return { failedKey: "" };
  }
  override componentDidCatch() {
    this.setState({ failedKey: this.props.resetKey });
  }
  override componentDidUpdate() {
    const { failedKey } = this.state;
    if (failedKey !== null && failedKey !== "" && failedKey !== this.props.resetKey)
      this.setState({ failedKey: null });
  }
  override render() {
    if (this.state.failedKey === null) return this.props.children;
    return (
      <p className="notice notice--error" role="alert">
        {this.props.message}
      </p>
    );
  }
}
