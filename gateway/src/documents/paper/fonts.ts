import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** The one family of all papers, in two weights: Noto Sans SC (SIL Open Font License), which has all of GB 18030's levels 1 and 2 and the characters of names in 通用规范汉字表. */
export const fontFiles = {
  normal: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
} as const;

export const family = 'NotoSansSC';
