import { Component, type ReactNode } from 'react';
import { words } from '@/i18n';
import { Button } from './Button';
import styles from './Problem.module.css';

// The last net under the page: says so instead of going white.
export class CrashGuard extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <main className={styles.alone} role="alert">
        <p>{words.errors.crash}</p>
        <Button onClick={() => window.location.reload()}>{words.errors.reload}</Button>
      </main>
    );
  }
}
