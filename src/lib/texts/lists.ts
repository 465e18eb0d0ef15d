import { perLocale } from './locales/formats.ts';

const lists = perLocale((intl) => new Intl.ListFormat(intl));

/** "lesen, schreiben und abstimmen" */
export const inList = (words: readonly string[]): string => lists().format(words);
