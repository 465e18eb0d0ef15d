import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Ctx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import type { Making } from '#lib/texts/locales/official.ts';
import { TRANSLATED, type Translated } from '#lib/texts/locales/locale.ts';
import * as translations from '#lib/translations/translations.server.ts';

const Said = z.record(z.string(), z.string());
/** Nobody whose first language it is has read them. */
const MADE: Making = { maker: 'machine', machine: '', checkers: '', checkedOn: null };

/** What a profile's demonstration says in other languages, by the German wording. */
function shippedTranslations(profile: string): Map<Translated, Record<string, string>> {
	const folder = new URL(`../../profiles/${profile}/demo/translations/`, import.meta.url);
	const files = new Set(readdirSync(folder));
	const shipped = TRANSLATED.filter((locale) => files.has(`${locale}.json`));
	return new Map(
		shipped.map((locale) => [locale, Said.parse(JSON.parse(readFileSync(new URL(`${locale}.json`, folder), 'utf8')))])
	);
}

/** The official texts in every language that ships with the demonstration. `ctx`: of an editor or admin. */
export async function translateEverything(ctx: Ctx, profile: string): Promise<void> {
	for (const [locale, said] of shippedTranslations(profile)) {
		const pairs = await translations.pairs(ctx, locale);
		const changes = pairs.flatMap((original) => {
			const text = said[original.german];
			return text === undefined ? [] : [{ original, text, made: MADE }];
		});
		await transaction(ctx, (ctx) => translations.put(ctx, locale, changes));
	}
}
