import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { makeQueryClient } from '@/api/query_client';
import { CrashGuard } from '@/components/CrashGuard';
import { useLanguage } from '@/i18n';
import { cssVariables, keptTheme, themeInWords } from '@/theme/theme';
import toasts from './App.module.css';
import { Gate } from './Gate';

function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce ?? '';
}

export function App() {
  const [client] = useState(makeQueryClient);
  const language = useLanguage();
  const theme = useMemo(themeInWords, [language]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={keptTheme}
      defaultColorScheme="auto"
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
