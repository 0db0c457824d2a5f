import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { makeQueryClient } from '@/api/query_client';
import { useSession } from '@/api/session';
import { CrashGuard } from '@/components/CrashGuard';
import { Problem } from '@/components/Problem';
import { SignIn } from '@/features/sign_in/SignIn';
import { cssVariables, theme } from '@/theme/theme';
import { Console } from './Console';
import toasts from './App.module.css';

function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce ?? '';
}

function Gate() {
  const session = useSession();
  if (session.isPending) return null;
  if (session.isError) return <Problem error={session.error} onRetry={() => void session.refetch()} alone />;
  return session.data === null ? <SignIn /> : <Console session={session.data} />;
}

export function App() {
  const [client] = useState(makeQueryClient);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme="light"
      getStyleNonce={styleNonce}
    >
      <CrashGuard>
        <QueryClientProvider client={client}>
          <Router hook={useHashLocation}>
            <Gate />
          </Router>
        </QueryClientProvider>
      </CrashGuard>
      <Notifications position="bottom-right" autoClose={6000} limit={3} className={toasts.place} />
    </MantineProvider>
  );
}
