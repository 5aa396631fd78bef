import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { en } from './en';
import { zhCN, type Words } from './zh-cn';

/** Languages of the console, as BCP 47 tags. */
export type Language = 'zh-CN' | 'en';

interface Spoken {
  readonly language: Language;
  readonly words: Words;
  readonly speak: (language: Language) => void;
}

const inLanguage: Readonly<Record<Language, Words>> = { 'zh-CN': zhCN, en };
const kept = 'hub.console.language';
const SpokenContext = createContext<Spoken>({ language: 'zh-CN', words: zhCN, speak: () => undefined });

/** Gives what is inside the language that was chosen; Chinese first, and English where the browser asks for that. */
export function InWords({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo(() => {
    const speak = (next: Language) => {
      window.localStorage.setItem(kept, next);
      setLanguage(next);
    };
    return { language, words: inLanguage[language], speak };
  }, [language]);
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

export function useWords(): Spoken {
  return useContext(SpokenContext);
}

function firstLanguage(): Language {
  const chosen = window.localStorage.getItem(kept);
  if (chosen === 'zh-CN' || chosen === 'en') return chosen;
  return navigator.language.startsWith('en') ? 'en' : 'zh-CN';
}
