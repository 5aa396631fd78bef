import { ActionIcon, Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useWords } from '../words/in-words';

/** The other language, and the other light. */
export function LookSwitches() {
  const { words, language, speak } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  return (
    <>
      <Button variant="subtle" color="gray" c="inherit" px={8} style={{ flex: 'none' }} onClick={() => speak(language === 'en' ? 'zh-CN' : 'en')} lang={language === 'en' ? 'zh-CN' : 'en'}>
        {words.shell.otherLanguage}
      </Button>
      <ActionIcon variant="subtle" color="gray" c="inherit" size="lg" aria-label={isDark ? words.shell.light : words.shell.dark} onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>
        {isDark ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
      </ActionIcon>
    </>
  );
}
