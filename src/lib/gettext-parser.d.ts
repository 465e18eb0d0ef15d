declare module 'gettext-parser' {
	interface Entry {
		msgctxt?: string;
		msgid: string;
		msgstr: string[];
		comments?: { extracted?: string };
	}
	interface Catalogue {
		charset: string;
		headers: Record<string, string>;
		/** By context, then by the text itself. */
		translations: Record<string, Record<string, Entry>>;
	}
	export const po: {
		parse(file: Buffer): Catalogue;
		compile(catalogue: Catalogue): Buffer;
	};
}
