import { csv, unprotected } from '../csv.ts';
import { readSheet } from '../import/sheet.ts';
import { readApart } from '../import/readApart.server.ts';
import { readPo, writePo, type PoEntry } from '../po.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import type { Translated as Language } from '../texts/locales/locale.ts';
import { fill, reasonSentence, t } from '../texts/texts.ts';
import { obey } from '../verdict.ts';
import { maySay, mayTranslate, placeOf } from './translation.ts';
import { pairs, put, type Change, type Pair } from './translations.server.ts';
import type { Making } from '../texts/locales/official.ts';

/** Official texts as they go to a translator and come back: PO, or a table for whoever has no tool for that. */

const entryOf = (pair: Pair): PoEntry => ({ context: placeOf(pair), source: pair.german, text: pair.said?.text ?? '' });

export async function exportPo(ctx: Ctx, locale: Language): Promise<string> {
	obey(mayTranslate(ctx.person));
	return writePo(locale, (await pairs(ctx, locale)).map(entryOf));
}

/** The same as a table: where it stands, in German, translated. */
export async function exportTable(ctx: Ctx, locale: Language): Promise<string> {
	obey(mayTranslate(ctx.person));
	const { place, german, text } = t.translations.table;
	const rows = (await pairs(ctx, locale)).map(entryOf);
	return csv(
		[place, german, text],
		rows.map((one) => [one.context, one.source, one.text])
	);
}

/** What keeps a file from being taken: a line for each text that cannot stand there. */
export class BadTranslations extends Error {
	readonly flaws: readonly string[];
	constructor(flaws: readonly string[]) {
		super(flaws.join('; '));
		this.flaws = flaws;
	}
}

const isPo = (bytes: Uint8Array) =>
	/^\uFEFF?\s*(?:#|msgid|msgctxt|msgstr)/.test(Buffer.from(bytes.slice(0, 2000)).toString('utf8'));

/** Files come from outside: a workbook is read apart, so that none keeps others waiting. */
async function entriesIn(bytes: Uint8Array): Promise<PoEntry[]> {
	try {
		return isPo(bytes) ? readPo(Buffer.from(bytes)) : rowsIn(bytes, await readApart(bytes));
	} catch {
		throw new BadTranslations([]);
	}
}

/** The first three columns of a table, whatever they are called; without a translation a row says nothing. */
function rowsIn(bytes: Uint8Array, sheets: Awaited<ReturnType<typeof readApart>>): PoEntry[] {
	const { records } = readSheet(bytes, { sheets });
	return records.flatMap(({ cells }) => {
		const [context = '', source = '', text = ''] = cells.map(unprotected);
		return text.trim() === '' ? [] : [{ context, source, text }];
	});
}

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();

/**
 * Takes over what a file says, each text for the German wording it names: `older` ones, which are of another, are left
 * out. All or nothing: with one text that cannot stand there, or a place that does not exist, nothing is changed.
 */
export async function importFile(
	ctx: Ctx,
	locale: Language,
	bytes: Uint8Array,
	{ maker, machine }: Pick<Making, 'maker' | 'machine'>
): Promise<{ taken: number; older: number }> {
	obey(mayTranslate(ctx.person));
	const entries = await entriesIn(bytes);
	const made = { maker, machine: maker === 'machine' ? machine : '', checkers: '', checkedOn: null };
	return transaction(ctx, async (ctx) => {
		const byPlace = new Map<string, Pair[]>();
		for (const pair of await pairs(ctx, locale)) {
			byPlace.set(placeOf(pair), [...(byPlace.get(placeOf(pair)) ?? []), pair]);
		}
		const flaws = entries.flatMap((entry) => flawOf(entry, byPlace.get(entry.context)) ?? []);
		if (flaws.length > 0 || entries.length === 0) throw new BadTranslations(flaws.slice(0, FLAWS_SHOWN));
		const meant = entries.map(({ context, source, text }) => {
			const pair = byPlace.get(context)?.find(({ german }) => plain(german) === plain(source));
			return { pair, text: plain(text) };
		});
		// What stands there already stays as it is, with whoever has made and checked it.
		const changes = meant.flatMap(({ pair, text }): Change[] =>
			pair && text !== (pair.said?.text ?? '') ? [{ original: pair, text, made }] : []
		);
		await put(ctx, locale, changes);
		return { taken: changes.length, older: meant.filter(({ pair }) => !pair).length };
	});
}

const PLACE_MAX = 80;
const FLAWS_SHOWN = 5;

/** null: it can stand there, or is of an older wording. */
function flawOf({ context, text, source }: PoEntry, there: readonly Pair[] | undefined): string | null {
	const words = t.translations.file;
	const told = (why: string) => fill(words.flaw, { place: context.slice(0, PLACE_MAX), why });
	if (!there) return told(words.unknown);
	const verdict = maySay(source, plain(text));
	return verdict.ok ? null : told(reasonSentence(verdict.because, verdict.facts));
}
