import { currentWords } from '../current.ts';
import { localeFacts, type Locale } from './locale.ts';

/** Making a formatter costs a thousand times what using it does: one for each language, made at its first use. */
export function perLocale<T>(make: (intl: string) => T): () => T {
	const made = new Map<Locale, T>();
	return () => {
		const { locale } = currentWords();
		const known = made.get(locale) ?? make(localeFacts(locale).intl);
		made.set(locale, known);
		return known;
	};
}
