import { po } from 'gettext-parser';

/** PO, which every tool for translating reads: one entry for each text, known by its context. */
export interface PoEntry {
	/** Where the text stands: the same in every language. */
	context: string;
	source: string;
	/** Empty: nobody has translated it yet. */
	text: string;
	/** What whoever translates it must know. */
	note?: string;
}

export function writePo(language: string, entries: readonly PoEntry[]): string {
	const all = entries.map(({ context, source, text, note = '' }) => ({
		...{ msgctxt: context, msgid: source, msgstr: [text] },
		comments: { extracted: note }
	}));
	// By context, then by text: of one context there may be several wordings.
	const translations: Record<string, Record<string, (typeof all)[number]>> = {};
	for (const entry of all) translations[entry.msgctxt] = { ...translations[entry.msgctxt], [entry.msgid]: entry };
	const headers = { 'Content-Type': 'text/plain; charset=utf-8', Language: language };
	return po.compile({ charset: 'utf-8', headers, translations }).toString('utf8');
}

/** What such a file says; texts nobody has translated are left out. Throws for what is no PO. */
export function readPo(file: Buffer): PoEntry[] {
	return Object.entries(po.parse(file).translations).flatMap(([context, bySource]) =>
		Object.values(bySource).flatMap(({ msgid, msgstr }) => {
			const text = msgstr[0] ?? '';
			return context === '' || text === '' ? [] : [{ context, source: msgid, text }];
		})
	);
}
