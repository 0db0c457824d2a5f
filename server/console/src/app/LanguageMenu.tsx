import { Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { IconButton } from '@/components/Button';
import { languages, speak, useLanguage, words, type Language } from '@/i18n';

// In sight on every page: whoever cannot read them would not find it behind their name.
export function LanguageMenu() {
  const current = useLanguage();
  return (
    <Menu position="bottom-end" width={180} checkIcon={<IconCheck size={16} aria-hidden />}>
      <Menu.Target>
        <IconButton icon={IconLanguage} label={words.shell.language} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={current} onChange={(language) => speak(language as Language)}>
          {languages.map(({ language, name }) => (
            <Menu.RadioItem key={language} value={language} lang={language}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
